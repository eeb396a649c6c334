import { fold } from '../../text/fold.ts'

/** Months, days, words for now and spelled numbers: a message that changes only these says the same again. */
const words = `
  january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun one two three four five six seven eight nine ten
  janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche
  janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda terça quarta quinta sexta sábado domingo
  januari februari machi aprili juni julai agosti septemba oktoba novemba desemba jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili moja
  janairu fabrairu maris afrilu yuni yuli agusta satumba oktoba nuwamba disamba litinin talata laraba alhamis jumma'a asabar lahadi
  يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
  መስከረም ጥቅምት ኅዳር ታኅሣሥ ጥር የካቲት መጋቢት ሚያዝያ ግንቦት ሰኔ ሐምሌ ነሐሴ ሰኞ ማክሰኞ ረቡዕ ሐሙስ ዓርብ ቅዳሜ እሑድ
  जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
  জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার
  جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار
  today tonight tomorrow now this week weekend month aujourd'hui demain maintenant semaine week-end mois cette ce hoje amanhã agora semana mês esta este na no
  leo kesho sasa wiki hii hiyo mwezi yau gobe yanzu wannan mako wata اليوم غدا الآن هذا هذه يوم أسبوع شهر ዛሬ ነገ አሁን በዚህ ሳምንት ወር
  आज कल अभी इस को हफ्ते महीने আজ কাল এখনই এই সপ্তাহে মাসে শুক্রবারে آج کل ابھی اس کو ہفتے مہینے`

const known: ReadonlySet<string> = new Set(
  fold(words)
    .text.replaceAll("'", '')
    .split(' ')
    .filter((word) => word !== ''),
)

/** "From", "in", "to" and "of" are written with the word. */
const ethiopicPrefix = /^[ከበለየ]\p{Script=Ethiopic}{2}/u

/** Whether a folded word names a month, a day of the week or a small number. */
export function isCalendarWord(word: string): boolean {
  return known.has(word) || (ethiopicPrefix.test(word) && known.has(word.slice(1)))
}
