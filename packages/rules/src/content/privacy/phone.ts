import { type CountryCode, findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { fold } from '../../text/fold.ts'
import { type PersonalSpan, spans } from './span.ts'

/** Whose national numbers are known: the countries of the served languages. */
const countries: readonly CountryCode[] = [
  'KE',
  'NG',
  'TZ',
  'UG',
  'GH',
  'ZA',
  'ET',
  'EG',
  'MA',
  'DZ',
  'TN',
  'SD',
  'SN',
  'CI',
  'CM',
  'ML',
  'NE',
  'CD',
  'RW',
  'ZM',
  'MZ',
  'AO',
  'IN',
  'PK',
  'BD',
  'CN',
  'BR',
  'PT',
  'FR',
  'GB',
  'SA',
  'AE',
]

/** Numbers with their country's code, and national ones with their leading zero or next to a word for calling. */
export function findPhones(text: string): readonly PersonalSpan[] {
  const international = text.includes('+') ? findPhoneNumbersInText(text).map(spanOf) : []
  const national = spans(text, candidate, 'phone number').filter(
    (span) => isNational(text, span) && !international.some(({ start, end }) => span.start < end && start < span.end),
  )
  return [...international, ...national]
}

function spanOf({ startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number }): PersonalSpan {
  return { kind: 'phone number', start: startsAt, end: endsAt }
}

const candidate = /(?<![a-z\d+.,#/-])\(?\d{1,4}\)?(?:[ .-]?\d{2,8}){1,5}(?![a-z\d#%]|[.,/-]\d)/g

function isNational(text: string, { start, end }: PersonalSpan): boolean {
  const written = text.slice(start, end)
  const digits = written.replace(/\D/g, '')
  if (digits.length < 8 || digits.length > 12 || isDate(written)) return false
  const trunk = digits.startsWith('0') && digits.length >= 9
  const before = text.slice(Math.max(0, start - 32), start)
  if (counted.test(before) && !calling.test(before)) return false
  if (!trunk && !mobile.test(written) && !calling.test(before) && !called.test(text.slice(end, end + 24))) return false
  return countries.some((country) => parsePhoneNumberFromString(digits, country)?.isValid() === true)
}

/** Grouped or begun as mobile numbers are in India, Mozambique and China, and hardly anything else is. */
const mobile = /^(?:[6-9]\d{4} \d{5}|8[2-7] \d{3} \d{4}|1[3-9]\d{9})$/

const isDate = (written: string): boolean =>
  /^(?:\d{1,2}[. -]\d{1,2}[. -]\d{2,4}|\d{4}[. -]\d{2}[. -]\d{2})(?: \d{1,2}(?:[.:]\d{2})?)?$/.test(written)

/** Words for a phone or for calling, before the number. */
const calling = new RegExp(
  `(?:${words(
    'joign|reach|atend|her number|his number|driver|motorista|chauffeur|dereva|direba|का नंबर|की नंबर|র নম্বর|کا نمبر|کی نمبر|tel|telephone|phone|mobile|cell|call|ring|dial|contact|whatsapp|sms|appele|appeler|joindre|contacter|telefone|ligue|ligar|celular|telemovel|fale|simu|piga|mpigie|wasiliana|waya|kira|tuntubi|اتصل|هاتف|جوال|تواصل|رقم|ስልክ|ይደውሉ|ያግኙ|फोन|कॉल|मोबाइल|संपर्क|ফোন|কল|মোবাইল|যোগাযোগ|فون|کال|موبائل|رابطہ|电话|致电|拨打|手机|联系|热线|热綫',
  )})`,
  'u',
)

/** What is counted, measured and filed has numbers of its own; one of these words right before a number says so. */
const counted = new RegExp(
  `(?:${words(
    'meter|metre|order|token|ref|reference|invoice|account|a/c|policy|ticket|transaction|tracking|serial|receipt|bill|case|application|voucher|batch|pin|code|compteur|commande|facture|compte|dossier|suivi|recu|jeton|contador|pedido|encomenda|fatura|conta|recibo|rastreio|mita|oda|ankara|akaunti|asusu|akawun|mfululizo|kesi|serie|processo|قضيه|تسلسلي|መዝገብ|मामला|क्रमांक|মামলা|ক্রমিক|کیس|سیریل|案件|序列号|risiti|tokeni|lissafi|rasiti|عداد|طلب|فاتوره|حساب|تتبع|ايصال|ቆጣሪ|ትዕዛዝ|ሂሳብ|ደረሰኝ|ቶክን|मीटर|ऑर्डर|बिल|खाता|खाते|रसीद|टोकन|ट्रैकिंग|মিটার|অর্ডার|বিল|হিসাব|রসিদ|টোকেন|ট্র্যাকিং|میٹر|آرڈر|بل|اکاؤنٹ|کھاتہ|رسید|ٹوکن|ٹریکنگ|电表|水表|气表|表号|订单|账号|账户|账单|发票|单号|流水|编号|充值码|运单',
  )})[^.!?。！？।۔]{0,12}$`,
  'u',
)

/** The same, behind it. */
const called = new RegExp(`^[^\\d]{0,12}(?:${words('पर|नंबर|নম্বর|নম্বরে|پر|ይደውሉ|ይደውሉላት|联系')})`, 'u')

function words(list: string): string {
  return fold(list).text
}
