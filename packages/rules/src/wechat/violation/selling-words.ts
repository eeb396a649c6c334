import type { SparingLexicon } from '../words/lexicon.ts'

/** WT-11.3: what sells, in the sentences of a message; names of goods that were bought are none. */
export const selling: SparingLexicon = {
  terms: {
    en: `
      (buy|order|shop|book|purchase|subscribe|grab it|upgrade|reserve yours|get yours) (now|today|again|one|yours|here and save|tonight), shop our, buy one get one, (click|tap|visit|hurry|come) ~ (buy|shop|save|discount|sale|deal|deals|coupon|coupons|offer|offers|gift|gifts|bonus),
      re:(?:look at|see|discover|check out|explore|browse|view|take a look at|come and see) (?:our|the|these) (?:new|latest|whole|full|best|range|selection|collection|shop|store|offers|catalogue|products)
      re:(?:and|to|you) save (?:up to |over |more than |as much as )?(?:[a-z]{0,4} ?)?[\\d]
      re:buy (?:one|two|three|\\d),? (?:and )?get
      re:(?:new|latest|trendy|stylish) [a-z ]{2,30}[,:]? (?:from|for|at) (?:only |just )?(?:[a-z]{2,4} |[$€£¥] ?)\\d
      re:(?:\\d+ ?(?:%|percent)|half) (?:less|cheaper|lower|reduced)
      re:(?:your|the) next (?:stay|order|visit|purchase|trip|booking|ride|meal|lesson)[^.!?]{0,40}(?:free|off|discount|gift|voucher|coupon|bonus|cheaper|save)
      re:(?:stay|buy|book|order|take) (?:one|two|three|four|five|\\d)[a-z ]{0,12},? pay (?:for )?(?:one|two|three|four|\\d)
      (best|hot|great|top|exclusive) deals, deals on, (cheapest|lowest price|best price|best value) (in|of|on) (town|the city|the market|earth|the web), reduced (today|now|this week|this weekend|prices), members-only, members only, loyalty (club|programme|program), (kids|children|ladies|seniors) (eat|stay|go|play|drink) free, book your next, (rent|order|shop|dine|insure) with us, (awaits|await|waiting for) you in our, (is|are) on us, grand prize, free (breakfast|drink|drinks|coffee|dessert|night|upgrade|snacks) (when|if|with every|for every)
      black friday, cyber monday, singles' day, double eleven, valentine's (offer|deal|special), (new year|christmas|easter|eid|diwali|ramadan|mother's day|father's day) (offer|offers|deal|deals|sale|promotion|special|specials), (exclusive|special|member|members|members'|vip|launch|opening|introductory|early-bird|promotional|festival) (price|prices|rate|rates), trade in (your|old|any), trade-in (offer|bonus|value), (spring|summer|autumn|winter|holiday|anniversary|opening|big|great) promotion*, (double|triple|extra|bonus|twice the) (points|miles|rewards|cashback), apply (now|today) (for|and) (our|a|the|your) … (card|loan|credit), open an account (now|today) and, (buy|order) (two|three|2|3) or more, gift with (every|each|any) (purchase|order)
      re:use (?:the |our )?(?:code|coupon) [a-z0-9]+ (?:for|at checkout|to get|and get|to save|and save)
      re:\\d ?% ?(?:off|discount|cheaper|cashback)(?![a-z])
      (up to|extra|save|enjoy|get) … percent off, half price, flash sale*, (summer|winter|spring|autumn|holiday|anniversary|clearance|big|mega|season|weekend|year-end|midnight) (sale|sales), on sale now, sale (starts|ends|begins), limited-time, limited time, (only|just) (today|this week|this weekend|while stocks last), while stocks last, while stock lasts, last chance, don't miss, do not miss, hurry, hurry up, (special|limited|exclusive) (offer|offers|price|prices|discount), (exclusive|great|best|hot|amazing|unbeatable|top) (offer|offers|deal|deals|price|prices), lowest price*, best price*, new (arrival|arrivals|collection|collections|product|products|menu|range|models) ~ (store|now|shop|available|check|try|discover|in stock|here|today|out|just), (just|newly) (arrived|launched) ~ (store|shop|try|now), (you may|you might) (also )?like, recommended for you, we (also )?recommend (our|you|the new|these|buying|trying|to buy|to try), try our (new|latest|best), (first|one) (hour|month|lesson|class|week|session|visit|year|cleaning) (is |for )?free, (get|have|enjoy|receive) (a|one|your) free (class|lesson|month|hour|session|trial|meal|check|visit|massage|consultation), upgrade to ~ (only|just), (free|bonus) (gift|gifts|delivery|sample|samples|trial) ~ (order|purchase|buy|every|spend|when|if|for), (claim|collect|get|receive|redeem|win|grab) (your |a |an |our |free |one |the )?(free |exclusive |cash |welcome |birthday |big )?(coupon|coupons|voucher|vouchers|red packet|red packets|red envelope|gift|gifts|prize|prizes|bonus|discount|discounts|cashback|reward|rewards), (coupon|voucher|promo|discount|promotion) code*, lucky draw*, lottery, join our (sale|promotion|campaign|vip club), (earn|double|triple|extra|bonus) (points|rewards|cashback), (low|zero|no) interest (loan|loans) ~ (apply|get|now), invest (now|today), (apply|sign up|join|register|enrol) (now|today|before sunday|this week) (and|to) (get|save|enjoy|win|receive), members enjoy, become (a|an) (vip|member|premium member|gold member|vip member) ~ (save|saves|enjoy|get|free|discount|discounts), (upgrade to|become) (vip|premium|gold|a member) ~ (enjoy|save|now|free|benefits), starting (at|from) (only|just)`,
    zh: `
      (点击|立即|马上|赶快|赶紧|快来|速来|火速|欢迎|前往|进店|到店|现在)…(购买|选购|抢购|下单|抢|订购|购|领券|领取优惠|囤货|开通会员|办卡|参团|拼团|秒杀),
      re:(?<!本单享|已享|享受|优惠后)\\d(?:\\.\\d)?折(?!算|叠|扣后)
      re:[住买订][一二两三四五\\d](?:晚|件|份|次)?付[一二两三四五\\d]
      re:(?:再次|下次)?(?:预订|下单|购买|消费|充值|办卡|续费)[^，。]{0,6}(?:即送|就送|送[^货达至回到餐]|立赠|返\\d|立减)
      re:(?:全城|全网|全市|史上|行业|同城)最(?:低|便宜|优惠|好|划算|大)
      最低价, 打折, 享会员价, 会员价, 等您来(尝|品|选|抢|体验|逛), 期待您的选购, 特惠, 亏本, 白菜价, 内部价, 底价
      re:\\d+(?:\\.\\d+)?元起(?!步)
      re:买[一二两三四五\\d]送[一二两三四五\\d]
      re:[二两三四五六多双\\d]倍(?:积分|里程|奖励|返现|金币)
      re:(?:最高|可|立|再|直|多)省\\d
      黑五, 双十一, 双11, 双十二, 年货节, 618(大促|狂欢|活动), 以旧换新, 旧机换新, (看看|逛逛|尝尝|试试|瞧瞧)(我们的|本店)?(新|最新|特), (尝鲜|专享|会员|闪购|开业|节日|内购|团购|到店)价, 免单, 开业(酬宾|大吉|特惠), 酬宾, 新品(试|尝), 上新啦, 买就送, 下单(即|就|立)(送|享|减|赠), 消费满, 充值(送|返|有礼|享), 拍下, 预购从速, 欲购从速, 机不可失
      re:全场[^，。,.]{0,4}[一二三四五六七八九半](?:点[一二三四五六七八九])?折
      re:(?:全场|低至|低到|享|打|仅需|立享|满\\d+件?)[^，。]{0,6}\\d(?:\\.\\d)? ?折
      re:满 ?\\d+ ?(?:元)?(?:减|送|赠|返|立减)
      re:\\d(?:\\.\\d)? ?折(?:优惠|起|抢|特卖|封顶|任选|大促)
      re:(?:仅需|只要|只需|低至|特惠价|秒杀价|抢购价|活动价|拼团价|到手价) ?\\d
      秒杀, 抢购, 大促, 促销, 特价, 特惠, 钜惠, 特卖, 清仓, 甩卖, 买一送一, 买一赠一, 半价, 限时(优惠|特惠|抢|折扣|秒|福利|免费|立减|领), 优惠(多多|不断|来袭|力度|大|价|活动|券|享|等你), 领(取)?(优惠券|红包|代金券|礼包|福利|券|好礼|大礼|奖品|现金), (送|赠)(优惠券|红包|代金券|礼包|好礼|大礼|积分|现金|会员|赠品), (新品|新款|新货)(上市|上线|到店|首发|推荐|来袭|热卖|抢先|开售|尝鲜), 爆款, 热卖, 热销, 人气(商品|单品|好物), 好物推荐, (为您|为你|向您|猜你|特别)推荐, 推荐您(购买|选购|办理|开通), 猜你喜欢, 您可能(还)?喜欢, 不容错过, 不要错过, 别错过, 错过(再等|就没|不再), 数量有限, 先到先得, 售完即止, 最后(一天|机会|\\d天), 仅限今日, 仅此一天, 抽大奖, 抽奖, 赢大奖, 中大奖, 免费(领|送|试用|抽|体验|试听|试课|试驾), 首(小时|月|次|单|课|年|周|节)免费, (办|开|申请)…卡…(享|送|返|得|立减), (马上|立即|赶快|速速)(申请|办理|开通|报名|参团|入会), 会员(专享|特惠|日)(价|福利|优惠|折扣)?, (升级|开通|办理)(会员|VIP|白金|金卡)(享|立享|送|即享|可享), 双倍积分, 返现, 返利, 立减, 立省, (开通|办理|升级)(会员|VIP|白金|金卡)…(省|减|返|送|享), 省(\\d…元|更多), 优惠码, 折扣码, 贷款(秒批|低息|额度)(申请|领取)?, 低息, 高收益, 稳赚, 理财(推荐|高收益)`,
  },
  spares: {
    en: `coupon (deduction|applied|used), (used|applied) (coupon|voucher|discount), discount (applied|amount|deducted), after the discount, if you did not (order|buy), to (buy|order) again cancelled, book now pay, only today's (bill|reading), order now (in transit|being prepared|on its way|ready|shipped|packed), your order today`,
    zh: `(已|使用)(抵扣|使用)?优惠券抵扣, (已预约|已报名|预约)(的)?免费(体验|试听|试驾), 优惠券抵扣金额, 已优惠, 优惠金额, 已减免, 优惠后实付`,
  },
}

/** WT-11.4: sharing that is paid for. */
export const sharing: SparingLexicon = {
  terms: {
    en: `
      re:(?:bring|invite|refer|recommend us to|introduce)(?: us)? (?:a |an |your |some |more |one |two |three |five |\\d )?(?:new )?(?:friends?|relatives?|neighbou?rs?|colleagues?|parents?)[^.!?]{0,40}(?:free|get|gift|win|reward|earn|discount|off|bonus|cash)
      re:friends?[’']? (?:numbers?|contacts?|details)[^.!?]{0,40}(?:credit|pay|reward|give|bonus|get|win)
      re:(?:post|share|upload|publish)(?: a| your| the| this)? (?:photo|picture|review|video|selfie|story|screenshot)s?[^.!?]{0,40}(?:win|get|gift|free|prize|reward|earn|discount|bonus|coupon|voucher)
      (share|shares|sharing|forward|forwarding|repost|reposting|invite|inviting|refer|referring|tag|recommend us to|tell your friends|send this to|pass this on|bring a friend|post (this|it) (on|to|in)) ~ (get|gets|receive|receives|earn|earns|win|wins|reward|rewards|rewarded|gift|gifts|red packet|red packets|red envelope|coupon|coupons|voucher|vouchers|bonus|points|cash|cashback|discount|discounts|free|prize|prizes|unlock|unlocks|extra|chance|chances|lucky draw|credit|credits|commission),
      (referral|invitation|sharing|invite) (bonus|reward|rewards|gift|commission|prize|cashback|code … earn), likes ~ (win|gift|free|prize|discount), (friends|friend) (help|helps|boost|like|click) ~ (free|price|gift|win|discount|unlock), (share|forward) to (unlock|claim|continue|win)`,
    zh: `
    re:(?:带|邀|约|叫|喊|拉)(?:上)?(?:着)?[一二两三四五六\\d]?(?:位|个|名)?(?:好友|朋友|亲友|同学|邻居|家长)[^。！？]{0,12}(?:免|送|得|领|减|享|赢|奖|返|优惠)
    re:好友[^。！？]{0,10}(?:奖励|各得|返现|返佣|提成)
    re:晒(?:出)?[^，。]{0,10}(?:照|图|单|评|视频|截图)[^。！？]{0,8}(?:赢|得|送|领|返|奖|免|抽)
    (分享|转发|邀请|带(好友|朋友|同学|亲友)|拉(好友|新|人)|推荐(给)?(好友|朋友|亲友)|集赞|集…赞|助力|发(到)?朋友圈|晒(到|单)|转给|告诉好友|组队|砍价|砍一刀|帮砍|扩散|点赞) ~ (得|领|送|赚|赢|中奖|奖|红包|券|返|免费|抽|礼|积分|优惠|现金|福利|减|会员|佣金|机会|金币|有惊喜|话费|流量), 邀请有礼, 分享有礼, 推荐有礼, 好友助力, 集赞有礼`,
  },
  spares: {
    en: `(share|sharing|forward|send) (this|the|your|that) (code|pin|pick-up code|pickup code|number|location|qr code|address|link with the doctor|report|ticket|confirmation|itinerary|message with the courier|invoice|receipt|statement), (do not|don't|never) (share|forward), do not share, don't share, never share, share (price|prices|capital|subscription|certificate|certificates|dividend|dividends|registry|allotment|transfer), shares (received|credited|allotted), invite you to (the|a|an|your) (interview|meeting|exam|appointment|hearing), refer to, referred by your doctor, referring doctor`,
    zh: `(取件码|验证码|提货码|定位|行程|取票码)(可)?(分享|转发)(给)?, (勿|不要|请勿|切勿|不可)(分享|转发|转给|泄露), 邀请您(参加)?(面试|会议|考试|参会|评审), 评标邀请, 邀请函编号`,
  },
}

/** WT-11.5: downloading that is paid for. */
export const downloading: SparingLexicon = {
  terms: {
    en: `
      re:(?<![a-z])(?:download|install|open|get|update|activate|register in|register on|sign up in|log in to)(?:ing|s)?(?: [a-z]+){0,4} (?:app|apps|application|client|game)(?![a-z])[^.!?]{0,40}?(?<![a-z])(?:get|receive|earn|win|reward|gift|red packet|red envelope|coupon|voucher|bonus|points|cash|cashback|discount|free|prize|lucky draw|credit|save|claim)s?(?![a-z])
      (app|application) (download|install|installation|new user|first login|exclusive|only) (bonus|gift|reward|coupon|discount|offer|price|voucher|red packet), (download|install) (now |it |today )?(and|to) (get|win|earn|receive|claim|enjoy|save|unlock) … (gift|bonus|coupon|discount|cash|points|free|reward|prize|voucher|off), first (order|purchase|login) in (the|our) app ~ (free|off|discount|coupon|gift|bonus|save)`,
    zh: `(下载|安装|打开|升级|更新|注册|登录|激活)…(app|客户端|手机应用|应用|软件|手游|游戏) ~ (领|得|送|红包|券|奖|礼|优惠|免费|返现|积分|现金|立减|福利|抽|减|会员|话费|流量|金币), (app|客户端)…(新人|专享|首单|下载|首次登录)…(红包|礼|券|立减|优惠|福利|好礼|价|免费), (下载|安装)(即|就|可|立|后|并)?…(领|送|得|享)…(红包|券|礼|现金|奖|优惠|积分|福利|话费|流量)`,
  },
  spares: {
    en: `(get|getting) (the |your )?(invoice|receipt|report|ticket|statement) in the app, free of (charge|cost|error), free space, in the app to (receive|get) your (parcel|package|report|result)`,
    zh: `(下载|打开|登录)(app|客户端|应用)(查看|查询|下载|领取)(发票|报告|电子票|回执|账单|保单|成绩|凭证|处方|材料|证书|包裹)`,
  },
}

/** WT-11.7: activities that are cried out. */
export const activities: SparingLexicon = {
  terms: {
    en: `carnival*, party, parties, campaign*, activity, activities, (grand |shop |store |mall )(opening|openings), anniversary (celebration|event|fair|gala|party), gala, roadshow*, festival*, (food|health|home|book|car|auto|job|wedding|flower|spring|summer|autumn|winter|community|shopping|property|furniture|christmas|new year|product) (fair|market|expo|show|day|week|event), open day, open house, free (clinic|tasting|lecture|check-up day), tasting event*, launch event*, product launch*, promotion event*, celebration*, flea market*, show flat*, exhibition and sale`,
    zh: `活动, 嘉年华, 派对, 庆典, 店庆, 周年庆, 开业, 路演, 狂欢, 市集, 集市, 庙会, 美食节, 购物节, 家装节, 车展, 团购会, 品鉴会, 推介会, 展销会, 开盘, 义诊, 讲座, 发布会, 体验日, 开放日, 联欢, 品酒会, 招商会`,
  },
  spares: {
    en: `(account|login|card|bank|suspicious|seismic|unusual) (activity|activities), party (concerned|branch), third party, (student|school|registered) activities fee`,
    zh: `活动(报名成功|签到|退款|取消), (账户|银行|登录)活动, 活动轨迹, 活动室(预约|钥匙)`,
  },
}

/** WT-11.7: to whom and for what they are cried out. */
export const crying: SparingLexicon = {
  terms: {
    en: `${selling.terms.en}, (all|every|everyone|everybody|dear) (owners|owner|residents|resident|members|customers|neighbours|neighbors|friends|tenants|families|students|parents|users|fans|citizens) ~ (welcome|invited|come|join|participate|take part|attend|bring), everyone is (welcome|invited), (you and your family|you and your friends) (are )?(welcome|invited), welcome to (join|participate|attend|visit|take part), come and (join|see|visit|enjoy|win|taste|have), prize*, gifts, gift, free (gift|gifts|tasting|drinks|food|samples|entry|admission|eggs|rice|oil), first (\\d…|hundred|fifty|twenty|ten) (visitors|families|customers|people|guests|arrivals|owners), sponsor*, discount*, on-site (sale|discount|gifts|signing), special price*, coupon*, exhibitors, stalls`,
    zh: `${selling.terms.zh}
      (全体|各位|广大|所有|亲爱的|尊敬的各位)(业主|居民|会员|客户|家长|同学|朋友|用户|市民|顾客|邻居|车主)…(参加|参与|光临|前来|到场|莅临|报名|加入|体验), 欢迎(大家|各位|您|您和家人|携家人|新老客户)?(参加|参与|光临|前来|莅临|到场|品鉴|体验|选购), 诚邀, 敬请光临, 敬请参与, 恭候, 好礼, 奖品, 礼品, 豪礼, 免费(领取|品尝|体验|鸡蛋|送|入场|领), 前\\d…名, 到场(即|有|可), 抽奖, 优惠, 折扣, 赞助, 现场(签约|下单|购买|抽|优惠|送), 精彩(不断|活动|节目|纷呈)`,
  },
  spares: selling.spares,
}
