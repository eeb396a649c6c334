import type { SparingLexicon } from './lexicon.ts'

/** WT-9.1, WT-10.9: well-known brands and the forms of company names. An account's own names come with the context. */
export const brands: SparingLexicon = {
  terms: {
    en: `
      alipay, wechat pay, weixin pay, wechat, weixin, taobao, tmall, jd.com, jingdong, meituan, ele.me, didi, pinduoduo, douyin, tiktok, kuaishou, xiaohongshu, baidu, tencent, alibaba, huawei, xiaomi, oppo, samsung, iphone, ipad, macbook, apple (store|id|pay|music|watch), nike, adidas, starbucks, mcdonald*, mcdonald's, kfc, pizza hut, burger king, coca-cola, coca cola, pepsi, amazon, google, microsoft, facebook, instagram, twitter, uber, airbnb, booking.com, ctrip, trip.com, marriott, hilton, sheraton, hyatt, toyota, honda, bmw, mercedes, mercedes-benz, tesla, volkswagen, audi, nissan, hyundai, byd, sf express, yto express, dhl, fedex, china (mobile|unicom|telecom), safaricom, m-pesa, mpesa, vodafone, orange money, airtel, mtn, ikea, walmart, carrefour, uniqlo, zara, h&m, haier, midea, gree, lenovo, dell, sony, panasonic, philips, siemens, netflix, spotify, youtube, disney, mastercard, unionpay, paypal, icbc, hsbc, citibank, (bank of|agricultural bank of|construction bank of) china, ping an, l'oreal, chanel, gucci, louis vuitton, rolex, lego, nestle, jumia, kilimall, temu, shein, lazada, shopee, ebay, aliexpress, glovo, lyft, bolt ride*, usps, aramex, jollibee, domino's, costa coffee, nespresso, unilever, equity bank, kcb, absa, gtbank, zenith bank, opay, palmpay, tecno, infinix, oneplus, motorola, nokia, canon, epson, bosch, lg, puma, reebok, levi's, prada, hermes, cartier, ford, chevrolet, kia, mazda, suzuki, volvo, porsche, ferrari, lexus, peugeot, renault, emirates, qatar airways, kenya airways, ethiopian airlines, ryanair, lufthansa, costco, tesco, aldi, lidl, shoprite, naivas, quickmart, dstv, gotv, showmax, whatsapp, telegram, linkedin, snapchat, viber, vivo, honor phone*, dji, best buy, home depot, ups (parcel|package|delivery), visa card*, american express, standard chartered, ecobank, stanbic,
      re:(?<![a-z0-9])(?:co\\.?,? ?ltd|pte\\.? ltd|ltd|inc|llc|plc|gmbh|corp|s\\.?a\\.?r\\.?l)(?![a-z0-9])\\.?
      re:(?<![a-z0-9])x{2,4}(?![a-z0-9])
      (abc|acme|xyz) (company|bank|school|hospital|shop|store|mall|hotel|group|club|product)`,
    zh: `
      支付宝, 微信支付, 淘宝, 天猫, 京东, 美团, 饿了么, 滴滴, 拼多多, 抖音, 快手, 小红书, 百度, 腾讯, 阿里巴巴, 阿里云, 华为, 小米(手机|商城|之家|有品), 苹果(手机|商店|电脑|专卖), 三星, 耐克, 阿迪达斯, 星巴克, 麦当劳, 肯德基, 必胜客, 汉堡王, 可口可乐, 百事可乐, 亚马逊, 谷歌, 微软, 携程, 去哪儿, 飞猪, 同程, 万豪, 希尔顿, 如家, 汉庭, 全季, 丰田, 本田, 宝马, 奔驰, 特斯拉, 大众汽车, 奥迪, 比亚迪, 顺丰, 中通快递, 圆通, 申通, 韵达, 中国移动, 中国联通, 中国电信, 宜家, 沃尔玛, 家乐福, 优衣库, 海尔, 美的空调, 美的电器, 格力, 联想电脑, 戴尔, 索尼, 松下, 工商银行, 建设银行, 农业银行, 中国银行, 招商银行, 交通银行, 中国平安, 平安保险, 平安银行, 中国人寿, 太平洋保险, 中国石化, 中石油, 海底捞, 瑞幸, 喜茶, 奈雪, 蜜雪冰城, 万科, 碧桂园, 恒大, 链家, 贝壳找房, 茅台, 五粮液, 新东方, 学而思, 哈啰, 盒马, 永辉, 屈臣氏, 迪士尼, 乐高, 香奈儿, 路易威登, 爱奇艺, 优酷, 芒果TV, 哔哩哔哩, B站, 微博, 知乎, 网易云, 钉钉, 飞书, 高德, 曹操出行, T3出行, 货拉拉, 菜鸟, 极兔, 德邦, 唯品会, 得物, 闲鱼, 苏宁, 国美, 山姆, 麦德龙, 罗森, OPPO, vivo, 荣耀手机, 一加, 魅族, 大疆, 吉利汽车, 蔚来, 小鹏汽车, 理想汽车, 五菱, 长城汽车, 奇瑞, 别克, 雪佛兰, 福特, 保时捷, 浦发, 中信银行, 民生银行, 兴业银行, 光大银行, 邮储, 招行, 工行, 建行, 农行, 国家电网, 南方电网, 东方航空, 南方航空, 国航, 海航, 东航, 南航, 亚朵, 锦江之星, 洲际酒店, 全聚德, 老乡鸡, 真功夫, 周黑鸭, 绝味, 茶百道, 古茗, 库迪, 李宁, 安踏, 特步, 回力, 三只松鼠, 良品铺子, 蒙牛, 伊利, 农夫山泉, 雀巢, 联合利华, 宝洁, 欧莱雅, 资生堂, 爱马仕, 普拉达,
      re:(?<![a-z0-9])x{2,4}(?![a-z0-9])
      re:某某|○○|〇〇|\\*\\*
      有限公司, 有限责任公司, 股份公司, 控股集团, (实业|科技|地产|教育|医疗|餐饮|酒店|汽车|投资)集团
      re:(?:^|(?<=[：:\\s]))[\\u4e00-\\u9fffa-z]{2,6}公司(?=.)`,
  },
  spares: {
    en: `mtn view`,
    zh: `(保险|快递|物业|供电|电力|自来水|供水|燃气|供热|物流|搬家|租赁|运输|公交|航空|旅游|家政|装修|开发|证券|基金|信托|网络|承运|托管|担保|中介|广告|入职|所在|投标|中标|本|贵|我|分|子|母|总|新)公司, 集团(客户|用户|短号|消费), 奔驰人生`,
  },
}

/** WT-9.1: wording that no industry uses. */
export const uncommon: SparingLexicon = {
  terms: {
    en: `hey, hi there, yo, lol, omg, wow, yay, hooray, psst, oops, ouch, guys, folks, buddy, buddies, bro, bestie, sweetie, honey, darling, cutie, babe, fam, dude, awesome, super duper, cool stuff, goodies, ding dong, tada, whoop*, gimme, gonna, wanna, thingy, thingies, stuff, asap, fyi, btw, vibes, epic, noob, newbie, boss lady, foodie*, shopaholic*, your majesty, dear master, my lord, big shot*, moneybags, ka-ching, boom, magic moment, surprise`,
    zh: `亲亲, 亲爱哒, 亲们, 
      re:^亲(?![属子友人自])|[，。！,.!]亲(?![属子友人自])
      么么哒, 小主, 主子, 老铁, 家人们, 宝子, 宝宝们, 小可爱, 小哥哥, 小姐姐, 小仙女, 萌新, 萌宠驾到, 嗨皮, 哇塞, 哇哦, 叮咚, 来啦, 到啦, 啦啦, 哟, 嘻嘻, 哈哈, 呜呜, 棒棒哒, 土豪, 壕, 剁手, 撩, 给力, 屌丝, 吃货, 大大, 大佬, 老司机, yyds, 绝绝子, 冲鸭, 奥利给, 宝藏, 嗨起来, 走起, 约起, 嗖嗖, 咻, 噔噔, 当当当, 女神, 男神, 尊贵的陛下, 本宫, 爱卿, 收割, 薅羊毛, 白嫖, 躺赢, 躺平`,
  },
  spares: {
    en: 'stuffed toy, boss (approval)',
    zh: '大大(降低|提高|缩短), 老大爷, 爷爷, 大爷, 上车(点|提醒|通知|地点|时间|站)',
  },
}
