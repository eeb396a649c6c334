import type { Lexicon, SparingLexicon } from './lexicon.ts'

/** Where "offer", "point" and "voucher" are nothing that is given away. */
const benefitSpares: Lexicon = {
  en: `
    (member|membership|vip|loyalty|club) card (application |holder |registration |account )?(data|information|details|profile|phone number|address) (change|update|correction|modification|verification),
    member card application (change|data|review|result),
    job offer, offer letter, offer of (employment|admission|a place|study), (admission|employment|university|college|study|school|scholarship|tender|bid|conditional|unconditional) offer, offer acceptance,
    (pick-up|pick up|pickup|collection|charging|check|inspection|access|meeting|drop-off|delivery|boarding|refund|sampling|testing|vaccination|service|parking|assembly|transfer|demerit|penalty|licence|license|driving|data|measuring|monitoring|water|power|percentage|entry|exit|supply|connection|contact|end|metering|rescue|voting|polling) (point|points),
    (exam|examination|test|grade|driving|licence|license|demerit|penalty|score) points, points? of (sale|interest|entry|contact|supply), point-to-point, (accounting|payment|reimbursement|transfer|journal|expense|bookkeeping) (voucher|vouchers), voucher number, bond coupon, coupon (rate|bond|bonds)`,
  zh: `会员卡(申请)?(人)?(资料|信息|数据|手机号|地址)(变更|修改|更新|更正|变动), 会员卡申请资料, 积分(落户|入学|入户|入园|申请入学), (联赛|比赛|赛季|驾驶证)积分, 积分(榜|赛), (税收|学费减免|户籍|残疾人|军人|老年人)优惠(政策|资格|证)?, 优惠(政策|资格)(审批|申请|认定|备案|审核), (记账|会计|付款|报销)凭证`,
}

/** WT-7.4: what Cards and Offers is there for. */
export const cardsAndOffers: SparingLexicon = {
  terms: {
    en: `red (packet|envelope|pocket)*, lucky money, gift (card|cards), store credit, stored-value card*, cashback, cash back, hongbao, coupon*, e-coupon*, (cash|gift|discount|meal|shopping|store|travel|hotel|free) voucher*, voucher*, offer, offers, special offer*, (member|membership|loyalty|vip|club|privilege|bonus|stamp) (card|cards), points, (reward|bonus|loyalty|member|shopping|credit) point*, point (notification|reminder|balance|change|redemption|expiry|expiration|exchange|statement|credit|accrual|deduction|clearing|arrival)`,
    zh: `红包, 利是, 压岁包, 礼品卡, 购物卡, 储值卡, 返现, 优惠券, 优惠卷, 代金券, 代金卷, 现金券, 抵用券, 抵扣券, 折扣券, 礼券, 卡券, 兑换券, 体验券, 满减券, 消费券, 购物券, 礼品券, 餐券, 免单券, 加息券, 优惠, 会员卡, 贵宾卡, VIP卡, 积分, 集分宝, 电子券, 提货券, 券码, 券(到账|领取|发放|到期|核销)`,
  },
  spares: benefitSpares,
}

/** WT-7.2: what induces to consume. */
export const advertising: SparingLexicon = {
  terms: {
    en: `
      low (fare|fares|price|prices|rate|rates|cost|costs), (sale|sales) (preview|previews|event|events|day|days|week|weekend|starts), (fresh|new) (stock|goods|arrivals|in stock), (two|three|2|3) for (one|two|1|2), (upgrade|special|limited|exclusive|great|hot|best) (offer|offers), (cheaper|cheap|lower-priced) (tariff|tariffs|price|prices|plan|plans|rate|rates|fare|fares|ticket|tickets), trade-in (bonus|subsidy|offer|deal|deals), (price|fare|tariff) (offer|offers), discount*, rebate*, cashback, cash back, (price|prices|tariff) (reduction|reductions|drop|drops|cut|cuts|slash|decrease), reduced price*, lower price*, low price*, lowest price*, best price*, half price, special price*, markdown*, marked down, on sale, (flash|clearance|season|seasonal|summer|winter|anniversary|member|big|super|holiday|weekend|pre|spring|autumn|year-end|midnight|warehouse) (sale|sales), sale (begins|starts|notification|reminder|price|season), clearance,
      promotion*, promo, promos, promotional*, marketing, advertis*, sponsored, (hot|best|great|top|daily|super|exclusive) (deal|deals), deals, bargain*,
      re:\\d ?% ?off(?![a-z])
      (new|latest|fresh) (season|summer|winter|spring|autumn|weekly) (arrival|arrivals|collection|products|styles|menu), (new|latest|featured) (product|products|arrival|arrivals|collection|goods|item|items|model|models|menu|flavour|flavor|release|style|stock|dish|dishes|season's), (product|goods|item|catalogue|catalog|merchandise|menu) (update|updates|launch|launches|release|releases|recommendation|recommendations|upgrade|arrival|preview|promotion|debut),
      recommended (product|products|goods|item|items|for you), (product|goods|shopping|purchase) recommendation*, group (buying|buy|purchase offer), (limited-time|limited time|limited-edition), buy (one|1|two|2) get, free (trial|sample|samples|gift|gifts|shipping), percent off, shopping (festival|spree|season|guide), bestseller*, best-seller*, black friday, double (11|eleven), crazy price*, trade-in bonus, upgrade and save, save up to, early bird, presale, pre-sale, hot sale*, restock*, back in stock`,
    zh: `(资费|套餐|票价|房价|机票|课程|话费|流量|限时|价格|新人|会员|节日|开业)优惠, 优惠(来袭|活动|资讯|信息|提醒|通知|推荐|预告), 以旧换新, 换新补贴, 购物补贴, 打折, 折扣, 返利, 返现, 返佣, 降价, 减价, 特价, 调价促, 促销, 大促, 秒杀, 抢购, 团购, 拼团, 新品, 上新, 新款, 新货, 产品更新, 商品更新, 产品升级, 产品上架, 商品上架, 产品上市, 新菜, (商品|产品|好货|好物|精品|热门|爆品|课程|套餐)推荐, 推荐(商品|产品|购买), 好物, 爆款, 清仓, 甩卖, 特卖, 特惠, 低价, 底价, 最低价, 限时(抢|购|特|优|折|促|免费领|活动), 满减, 满赠, 买一送一, 买一赠一, 免费试(用|吃|听课礼), 试用装, 预售, 推广, 营销, 广告, 双十一, 双11, 双十二, 年货节, 购物节, 狂欢, 热卖, 热销, 钜惠, 让利, 种草, 带货, 开售, 开抢, 抢先购, 换购, 加价购, 省钱, 立减, 直降, 半价, 包邮, 导购, 促消费, 补货到店, 到货促, 首发, 尾货`,
  },
  spares: {
    en: `after-sales, after-sale, after sales, after sale, sales (contract|agreement|order|return|invoice|representative|receipt|approval|manager|staff|target|report), point of sale, bill of sale, sale (contract|agreement|of property|of a vehicle|registration), (job|staff|employee|grade|rank|title|position|professional|class|school|academic) promotion*, promotion (exam|examination|review|assessment|interview|result|defence|application), (tax|export|vat|medical|insurance) rebate*, advertis* (account|review|approval|audit|contract|invoice|balance|recharge), recommendation letter, letter of recommendation, new model training, (restocking|restock) (order|task|approval), new (item|items) (registration|inspection), (discount|price reduction) (approval|application)`,
    zh: `推广(账户|账号|普通话), 广告(账户|审核|投放审核|合同|余额|充值), 新品种, 预售(许可|资金|证|合同), (拼团|团购)(成功|失败|退款|订单|结果|进度), (促销员|导购员)(应聘|面试|考勤|排班|入职), (出口|个税)退税, 营销(部|中心|岗), (折扣|降价|特价)(审批|申请), 补货(审批|任务|单), 首发(阵容|名单|证券)`,
  },
}

/** WT-9.5: what promotes without naming a price. */
export const promotional: SparingLexicon = {
  terms: {
    en: `
      ${cardsAndOffers.terms.en},
      promotion*, promotional, activity, activities, campaign*, reward*, prize*, lottery, lotteries, (lucky|prize|cash) draw*, lucky wheel, raffle*, sweepstake*, giveaway*, (free |welcome |birthday |mystery |holiday |lucky )?(gift|gifts), gift pack*, bonus*, jackpot*, winner*, winning*, win, freebie*, (member|membership|exclusive|vip|user|fan|birthday) (benefit|benefits|privilege|privileges|perk|perks|treat|treats), perks, welfare, exclusive*, invite (friends|a friend|and earn), invitation (reward|bonus|gift), referral*, refer a friend, bargaining with friends, contest*, check-in (reward|streak), double (points|rewards|bonus)`,
    zh: `${cardsAndOffers.terms.zh}, 促销, 大促, 特惠, 领券, 发券, 送券, 抢券, 有好礼, 送礼, 活动, 奖励, 抽奖, 中奖, 大奖, 奖品, 领奖, 开奖, 兑奖, 奖金, 有奖, 礼品, 礼包, 赠品, 赠送, 福利, 有礼, 好礼, 豪礼, 免费领, 领取礼, 邀请好友, 邀请有, 拉新, 裂变, 特权, 专享, 专属, 砍价, 助力, 集赞, 彩蛋, 刮刮, 转盘, 盲盒, 幸运, 回馈, 答谢, 惊喜, 宠粉, 打卡有, 返场, 体验官`,
  },
  spares: {
    en: `
      ${benefitSpares.en}, (job|staff|employee|grade|rank|title|position|professional|class|school|academic) promotion*, promotion (exam|examination|review|assessment|result|application|approval),
      
      re:(?<!(?:new|latest|exciting|weekend|popular|upcoming|hot) )activity reminder
      activity (registration|sign-up|signup|sign up|check-in|sign-in|cancellation|cancelled|postponement|postponed|start|starting|time change|schedule change|venue change|booking|approval|application|review|refund|enrolment|participation|attendance|feedback|insurance), registered activity, (account|login|sign-in|suspicious|unusual|abnormal|card|bank|seismic|school|extracurricular) activity,
      winning (bid|bidder|tender), (bid|tender|auction|lawsuit|case) (winning|winner), (annual|year-end|performance|salary|staff|employee|attendance|quarterly) bonus*, bonus (payroll|payment slip|payslip), (reward|rewards) and punishment*, (insurance|social|unemployment|maternity|pension|medical|disability|housing|social security) (benefit|benefits|welfare), child welfare, animal welfare, prize money (tax|transfer|payment), gift (tax|deed|contract|order|delivery|wrapping|recipient|aid), (contest|competition) (registration|entry|result|results|schedule|start|check-in|cancellation), medical referral*, (hospital|patient|doctor|specialist|clinic) referral*, referral (appointment|to hospital|to a specialist)`,
    zh: `${benefitSpares.zh}, 礼品订单, (礼品|赠品)(发货|配送|物流|退货|签收|库存|盘点), 促销员,
      re:(?<![新期末题彩门型质上下])活动提醒
      活动(报名|签到|签退|取消|延期|改期|开始|即将开始|时间|地点|场地|变更|预约|退款|订单|审批|申请|审核|备案|参与确认|保险|入场|退费), (报名|预约|参加|参与)(的)?活动, (银行|账户|登录|课外)活动, 中标, 奖学金, 助学金, 奖惩, (绩效|年终|年度|全勤|季度)奖(金|励)?, 奖金(发放|到账|个税|核算), (科技|人才|专利|政府|举报)奖励(申报|审核|审批|资金|申请|发放), (社会|社保|残疾人|儿童|职工)福利, 福利院, 赠与合同, 专属(客服|顾问|经理)(变更|分配), 助力车`,
  },
}

/** Gatherings that anybody may come to. */
const gatherings: Lexicon = {
  en: `feasts?|banquets?|balls?(?= )|outings?|(?:dance|movie|game|karaoke|ladies'?|family|music|comedy|quiz) nights?|(?:charity|art|public) auctions?|picnics?|fetes?|festivals?|carnivals?|galas?|parades?|parties|party|meet-?ups?|get-togethers?|gatherings?|fan (?:meeting|meet|day|party)s?|open (?:day|house)s?|road ?shows?|celebrations?|launch(?:es)?(?= (?:event|party|ceremony|notification|reminder))|opening (?:ceremony|party|day)|grand opening|expos?|fairs?|contests?|tournaments?|tastings?|giveaways?|raffles?|(?:lucky |prize )?draws?|quizz?(?:es)?|(?:fashion|talent|variety|magic|light|flower|car|air|dog|road|trade) shows?|(?:weekend|night|flea|street|farmers'?|christmas|easter|holiday) markets?|(?:charity|fun|colou?r|night|city) (?:run|walk|ride)s?|flash mobs?|treasure hunts?|bake-?offs?|cook-?offs?|team[- ]building|family days?|fun days?|anniversary|reunions?|barbecues?|bazaars?`,
  zh: `(?:美食|购物|音乐|艺术|文化|电影|啤酒|樱花|读书|狂欢|旅游|体育|科技|泼水|花灯|灯|冰雪|风筝|采摘|动漫|潮流|亲子|荷花|年货|女神|宠物|咖啡|消费)节|宴(?!请)|舞会|春游|秋游|踏青|义卖|拍卖会|(?:慈善|公益)拍卖|(?:家装|婚|车|房|书|画|花|科技|美食|服装|家具|建材|年货)展|展销|展卖|博览|集市|市集|夜市|庙会|大赛|挑战赛|擂台赛|公益跑|健步走|徒步行|团建|联欢|联谊|聚会|派对|晚会|见面会|粉丝会|开放日|体验日|亲子日|家庭日|嘉年华|游园|路演|发布会|庆典|周年庆|店庆|庆生会|时装秀|走秀|灯光秀|快闪|抽奖|推广|召集|征集|品鉴会|茶话会|烧烤会|寻宝`,
}

/** What makes a gathering the user's own affair. */
const ownCause: Lexicon = {
  en: `ticket|regist|booking|booked|reserv|cancel|chang|postpon|refund|seat|entry|admission|result|submi|payment|paid|order|appl|attend|enrol|sign-?up|approv|check-in|stall|booth|deliver|pick-up|volunteer|invoice|certificate|third|member|score|match|fee|visa|contract|permit|safety|security|room`,
  zh: `报名|门票|购票|取票|出票|抢票|预约|预订|取消|改期|延期|变更|退款|退票|入场|签到|成绩|结果|缴费|审核|审批|座位|参赛|领取|证书|作品|名次|投稿|展位|摊位|退费|许可|安保|稿件|账户|合同|普通话`,
}

/** WT-5.6: announcements of activities, and what has nothing to do with a service. */
export const irrelevant: SparingLexicon = {
  terms: {
    en: `
      re:(?<![a-z])(?:${gatherings.en})(?![a-z])(?![^;]{0,60}(?:${ownCause.en}))(?<!(?:${ownCause.en})[^;]{0,60})
      (activity|activities|event|events|campaign|party) (announcement|announcements|notice|notification|preview|previews|launch|invitation|recruitment|promotion|news|online|information|recommendation|highlights|schedule|begins|calendar|forecast|publicity|poster), activities, campaign*, (new|upcoming|latest|weekend|offline|online|exciting|popular|hot|theme|themed|brand) (activity|activities|event|events), carnival*, (grand|store|shop|mall) opening, opening (party|celebration|ceremony), (store|shop|brand|mall) (anniversary|celebration), anniversary (celebration|party|carnival), fair (announcement|invitation), party,
      news, newsletter*, (news|article|topic|headline|story|video|livestream|live stream|live show|podcast|content) (push|digest|recommendation|recommendations|preview|notification|reminder|sharing|of the day), headline*, gossip*, celebrity, horoscope*, zodiac, (daily|morning|evening|good morning|good night|holiday|birthday|festival|new year|christmas|season's) (quote|greeting|greetings|wish|wishes|blessing|blessings|joke|jokes|tip|tips|knowledge|story), greetings, good (morning|night|evening), joke*, (health|life|lifestyle|cooking|beauty|wellness|fitness|parenting|travel) (tip|tips|knowledge|advice column|encyclopedia), trivia, inspirational*, hot topic*, trending*, fun facts`,
    zh: `
      re:(?:${gatherings.zh})(?![^;；]{0,30}(?:${ownCause.zh}))(?<!(?:${ownCause.zh})[^;；]{0,30})
      活动(公告|通知|预告|上线|推广|邀请|招募|资讯|宣传|推荐|发布|信息|通告|启动|来袭|速递|海报|专场|公布), (新|最新|精彩|线下|线上|主题|热门|周末|近期|大型|优质|品牌|门店)活动, 资讯, 新闻, 头条, 文章, 推文, 每日一(句|题|读|文|笑|图), 早安, 晚安, 早报, 晚报, 日报推, 问候, 祝福, 生日快乐, 新年快乐, 星座, 运势, 笑话, 段子, 养生, 小贴士, 小知识, 小常识, (知识|经验|干货|攻略|美食|穿搭|育儿|健康知识)分享, 百科, 鸡汤, 八卦, 明星, 热点, 热搜, 话题, 直播(预告|提醒|通知|间), 开播, 视频推荐, 内容推荐, 开业, 周年庆, 店庆, 嘉年华, 派对, 庆典, 趣闻, 冷知识, 精选推送, 电子期刊, 专栏`,
  },
  spares: {
    en: `party (member|membership|fee|dues|congress|branch|room booking), third party, newspaper (delivery|subscription order|order), news (interview|conference) (appointment|booking|check-in), (ordered|purchased|booked|enrolled) (livestream|live class|video), live class*, video (consultation|interview|call|visit|review result|upload)`,
    zh: `新闻(发布会|采访)(参会|预约|签到|报名), 直播课, (已报名|已预约|已购|预约)(的)?直播, 文章(审核|录用|投稿|查重), 视频(面试|问诊|会议|审核), 活动(报名|签到|取消|延期|改期|预约|退款|审批|审核), 开业登记, 专栏(作者|订单)`,
  },
}
