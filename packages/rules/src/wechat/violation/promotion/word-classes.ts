/** Words of one sense for the promotion classifier, as regular expressions over folded texts. */
export interface WordClass {
  readonly name: string
  readonly en: string
  readonly zh: string
}

export const wordClasses: readonly WordClass[] = [
  {
    name: 'cheap',
    en: `cheap(?:er|est)?|low(?:er|est)? (?:price|rate|fare)s?|half(?! an? (?:hour|day)| of)|bargains?|deals?|discount(?:s|ed)?|off|sale|savings?|save|less|reduced|special (?:price|rate|offer)s?|great prices?|as little as|only ¤|just ¤|from ¤|¤ (?:only|a month|a week|a day)|waived|no (?:joining |annual |delivery )?fees?|pay nothing|costs? nothing|for nothing|extra|bonus|double(?! (?:room|bed|charge))|twice|two for one|offers?`,
    zh: `便宜|低价|低至|特价|特惠|优惠|折扣|半价|省钱|更省|立减|立省|直降|降价|划算|实惠|超值|仅需|只需|只要|仅售|起售|免年费|免运费|包邮|翻倍|加送|多送|补贴|返现|劲爆|价格`,
  },
  {
    name: 'gift',
    en: `gifts?|presents?|prizes?|rewards?|rewarded|vouchers?|coupons?|free|complimentary|surprises?|on us|on the house|giveaways?|goodies|mugs?|t-shirts?|points?|credit|airtime|cash ?back`,
    zh: `礼品|礼物|好礼|大礼|有礼|送|赠|奖|奖品|奖励|免费|惊喜|代金券|优惠券|领券|红包|福利|积分|话费|免单|返`,
  },
  {
    name: 'gain',
    en: `win|wins|won|earn|earns|get|gets|receive|receives|claim|collect|unlock|enjoy|grab|take home|yours|pick up|snap up`,
    zh: `赢|赚|领取|领|得|获得|获取|享|尊享|专享|解锁|抽|拿|到账`,
  },
  {
    name: 'invite',
    en: `try|discover|explore|taste|treat yourself|come (?:in|and|by|to)|drop by|pop in|stop by|visit us|have a look|take a look|look at|check out|browse|see our|ask (?:us|at|in|our)|why not|how about|what about|looking for|fancy|hungry|craving|need|thinking of|did you know|by the way|p\\.?s|recommends?|consider|don't (?:miss|forget|let|wait)|choose|select|make|meet|join|switch|upgrade|move to|add|renew`,
    zh: `尝尝|品尝|尝|试试|体验|逛逛|看看|来看|了解|咨询|选购|挑选|抢购|光临|前来|到店|进店|欢迎|不妨|何不|为何不|是否|想要|想|还没|推荐|顺便|另外|考虑|别错过|错过|快来|赶快|赶紧|马上|立即|加入|升级|改办|办理|开通|续`,
  },
  {
    name: 'buy',
    en: `buy|shop|order (?:now|again|yours|today|before)|purchase|spend|book (?:now|your|early)|pre-?order|reserve|sign up|subscribe|enrol|apply|stock up|for sale|invest|borrow|loans?|recharge|top ?up`,
    zh: `购|买|下单|抢|订阅|报名|申请|预订|预购|囤|投资|理财|贷款|借款|充值|消费|热卖|开售|热销|加购`,
  },
  {
    name: 'news',
    en: `new|newest|latest|just in|arrivals?|arrived in|just (?:came|landed)|collection|range|line|season|launch(?:ed)?|now (?:sell|sells|selling|offer|offers|available|in stock)|back in stock|finally here|trends?|in store|catalogue|menu|flavours?|package|plans?|models?|limited edition|drops?`,
    zh: `新品|新款|新到|新出|刚到|上新|上市|上架|推出|新推|系列|春装|夏装|秋装|冬装|当季|换季|新店|新口味|补货|回归|发售|首发|限量|套餐|款式|新手机|新菜`,
  },
  {
    name: 'urge',
    en: `now|today only|tonight|this week(?:end)?|only this|until (?:sunday|saturday|friday|monday|the end)|ends?|last chance|hurry|act|while stocks last|going fast|selling out|limited|few left|only (?:ten|five|three|two|a few)|be (?:the|among the) first|first in line|don't wait|soon|before prices?`,
    zh: `仅限|限时|限量|名额|售完|截止|最后|抓紧|手慢|先到先得|今晚|本周|本月|本周末|机会|涨价|抢先|火热|火爆|即将结束`,
  },
  {
    name: 'friends',
    en: `friends?|family|colleagues?|contacts?|groups?|neighbou?rs?|teammates?|someone|people|relatives?|classmates?|status|timeline|moments|social media|followers?`,
    zh: `好友|朋友|亲友|家人|同事|同学|邻居|群|联系人|朋友圈|微信|队友|闺蜜|公众号`,
  },
  {
    name: 'spread',
    en: `share|shares|sharing|forward|forwards|invite|invites|refer|recommend us|tell|send this|pass (?:it|this|our)|post|repost|tag|like|likes|follow|bring|introduce|spread|vote for you|review`,
    zh: `分享|转发|转给|发给|群发|邀请|推荐给|推荐亲|推荐朋|介绍|带朋友|宣传|晒|点赞|赞|集赞|关注|好评|助力|砍|拼团|告诉`,
  },
  {
    name: 'app',
    en: `apps?|application|client|game`,
    zh: `app|客户端|应用商店|应用|软件|手游|游戏`,
  },
  {
    name: 'install',
    en: `download(?:ed)?|install|installs|reinstall|update the app|open (?:our|the) app|in (?:our|the) app|use (?:our|the) app|via the app|through (?:our|the) app|register in|put the app|scan`,
    zh: `下载|安装|装|重装|打开app|登录app|更新app|扫码|扫描|新装|转用|注册`,
  },
  {
    name: 'event',
    en: `draw|raffle|lottery|contest|competition|quiz|festival|carnival|fair|party|parties|show|concert|roadshow|opening|open day|fun day|market|exhibition|celebration|anniversary|birthday|giveaway|sweepstake|challenge|spin|wheel|scratch|tasting|launch|gala|treasure hunt|marathon|festivities|event|stands?|stage|clowns?|musicians?|live music|black friday|awaits`,
    zh: `抽奖|大奖|转盘|刮刮乐|比赛|大赛|竞赛|问答|答题|节|嘉年华|展会|展销|展|派对|联欢|演出|表演|音乐会|演唱会|路演|开业|开放日|游园|庆典|周年|店庆|狂欢|发布会|挑战|品酒|签售|见面会|秀|夜市|集市|活动|寻宝|马拉松|投票|开幕|明星`,
  },
  {
    name: 'all',
    en: `everyone|everybody|all customers|all members|all who|all welcome|whole family|kids|entry free|free entry|are invited|you are invited|welcome|open to all|open to everyone|visitors?`,
    zh: `人人|大家|全家|所有客户|所有会员|诚邀|欢迎参加|免费入场|到场|小朋友|亲子|各位|均可参加|等您来`,
  },
  {
    name: 'own',
    en: `your (?:order|parcel|bill|payment|refund|booking|appointment|account|card|plan|ticket|room|flight|ride|claim|policy|application|request|repair|number|line|meter|exam|certificate|passport|password|loan|deposit|car|shift|leave|salary|child|item|complaint|line|seat|table|address|receipt|contract|result|results|balance|invoice|registration|turn|wish|bid|review)`,
    zh: `您的(?:订单|包裹|账单|退款|预约|账户|卡|套餐|门票|房间|航班|保单|申请|维修|号码|线路|证书|护照|密码|贷款|押金|车|工资|孩子|物品|投诉|座位|地址|合同|余额|发票|评价)|订单|包裹|账单|本单|退款|行程|航班`,
  },
  {
    name: 'done',
    en: `(?:was|were|has been|have been|is|are) (?:now )?(?:received|sent|paid|approved|accepted|confirmed|cancelled|changed|closed|refunded|deducted|included|reserved|returned|moved|delayed|due|ready|booked|blocked|renewed|replaced|repaired|delivered|credited|packed|booked|used|active|charged|collected|covered|granted|finished|attached|noted)|deducted|handed|takes place|if (?:this|you)|call us|bring your|please (?:pay|bring|keep|come|choose|answer|confirm|arrive|call|send|visit|show|read|update)|to avoid|late fee|within \\w+ days`,
    zh: `已(?:收到|发出|支付|通过|确认|取消|修改|关闭|退|扣|含|保留|返还|调整|延误|到期|备好|锁定|续|更换|修复|送达|到账|打包|使用|生效|扣除|附|登记|入账|签收|完成|批准|受理)|请(?:携带|出示|在|于|勿|重试|致电|确认|保留|更新|补交|改约|提前|选择|答复|准时)|以免|滞纳金|如非|不予|无需|个工作日|天内`,
  },
]
