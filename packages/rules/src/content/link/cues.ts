/** Words, folded, after which or before which a name with a dot is the address of a page, by language. */
export interface Cues {
  readonly before: ReadonlySet<string>
  /** Where the word for "on" or "visit" comes last. */
  readonly after: ReadonlySet<string>
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** The cues of the eleven languages. */
export const servedCues: Cues = {
  before: words(`
    visit visiting at on to via from through website site web link url page portal open click tap browse see check login log goto online domain
    address enter type join follow read watch order buy register signup subscribe use try called go in into
    visitez visiter sur lien cliquez ouvrez ouvrir consultez consulter allez adresse rejoignez inscrivez connectez suivez via tapez boutique
    visite acesse acessar em no na clique abra pagina endereco entre siga compre loja sitio pelo pela
    tembelea kwenye tovuti bofya fungua kiungo ingia kupitia katika nenda angalia jiunge tazama wavuti
    ziyarci ziyarta shafin shafi a danna bude shiga yanar mahada je duba adireshin
    زوروا زر زوري موقع موقعنا رابط علي عبر اضغط ادخل افتح تفضل صفحه الموقع الرابط
    ጎብኙ ድረገጽ በ ድህረገጽ ሊንክ ገጽ ላይ
    वेबसाइट साइट लिंक पेज देखें खोलें
    ওযেবসাইট সাইট লিংক পেজ
    ويب سائت لنك صفحه سائت
    访问 网址 官网 登录 点击 打开 网站 链接 进入 搜索 浏览 关注 在`),
  after: words(`
    पर से देखें जाएं खोलें में की को लिंक
    এ তে যে দেখুন যান খুলুন ভিজিট থেকে ডট
    پر سي ديكهين كهولين جاين ميں مين وزٹ
    ላይ ይጎብኙ ይመልከቱ ይክፈቱ ይግቡ ይጫኑ ን
    查看 付款 注册 登录 领取 下单 了解`),
}
