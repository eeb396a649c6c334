import type { Lexicon } from './lexicon.ts'

/** One field of life that a template may be about. */
export interface TopicWords extends Lexicon {
  readonly id: string
  /** `loud`: may not stand in the content unless the title speaks of it too, whatever else is there. */
  readonly loud?: true
  /** In which the words mean something else. */
  readonly spares?: Lexicon
}

/** What was taken off a price that the user has paid. */
const settled: Lexicon = {
  en: `
    re:(?:discount|coupon|voucher|gift card|promotion)s?(?: of [a-z]{0,4} ?[\\d.,]+)? (?:was |were |is |has been |have been )?(?:deducted|applied|used|redeemed|returned|refunded)
    re:(?:meal|hotel|taxi|food|refreshment|travel) vouchers?|vouchers? for (?:a |the |your )?(?:meal|hotel|taxi|room|drink|food|refreshment)
    re:(?:used|applied|applying|after|less|minus|including) (?:a |the |your |this )?(?:coupon|discount|voucher|rebate)`,
  zh: `re:(?:使用|已用|已)?(?:优惠券|代金券|红包|折扣|优惠)(?:已)?(?:抵扣|使用|减免|抵用|金额|退回)
    re:(?:发放|领取)?(?:餐券|住宿券)
    re:(?:扣除|抵扣|使用)(?:优惠券|代金券|折扣|优惠)`,
}

/** WT-7.1, WT-11.6: fields that a title and a content are compared by. Words that fit everywhere (order, time, amount) are in none. */
export const topicWords: readonly TopicWords[] = [
  {
    id: 'logistics',
    en: 'parcel*, package, packages, shipment*, shipping, shipped, courier*, logistics, tracking (number|no), waybill*, consignee*, consignor*, express (company|delivery), locker*, pick-up code, delivery (number|address|status|person|man|note), delivered, out for delivery, parcel locker',
    zh: '快递, 包裹, 物流, 发货, 配送, 签收, 运单, 派送, 派件, 取件, 收货, 揽收, 快件, 驿站',
  },
  {
    id: 'transport',
    en: 'flight*, airline*, boarding*, gate, train, trains, train number, departure*, bus, coach number, seat, seats, itinerar*, passenger*, airport*, carriage*, terminal, ferry*, platform number',
    zh: '航班, 登机, 车次, 出发, 列车, 机票, 车票, 行程, 座位, 乘客, 机场, 候车, 检票, 登机口, 航站楼, 起飞, 到达站',
  },
  {
    id: 'hotel',
    en: 'hotel*, room type, check-out date, guest*, homestay*, nights, number of nights, room rate',
    zh: '酒店, 入住, 离店, 房型, 间夜, 民宿, 客栈, 宾馆',
  },
  {
    id: 'medical',
    en: 'patient*, doctor*, clinic*, hospital*, prescription*, vaccin*, diagnos*, outpatient*, inpatient*, physical examination*, surgery*, medicine*, medication*, medical*, department of, test report, symptom*, dose, dosage, ward, dentist*, blood',
    zh: '就诊, 挂号, 医生, 患者, 科室, 处方, 体检, 疫苗, 取药, 医院, 病历, 门诊, 住院, 接种, 化验, 诊断, 用药, 服药, 手术, 医师, 就医, 复诊, 药品',
  },
  {
    id: 'education',
    en: 'course*, class, classes, lesson*, student*, teacher*, homework*, exam, exams, examination room, school*, grade report, score*, tuition*, classroom*, semester*, subject score, lecturer*, pupil*, candidate number, enrol*, campus*',
    zh: '课程, 上课, 学生, 学员, 老师, 教师, 作业, 考试, 学校, 成绩, 班级, 缺勤, 教室, 学费, 考生, 准考证, 考场, 课时, 开课, 到校, 校区, 讲师',
  },
  {
    id: 'utilities',
    en: 'electricity*, water (bill|meter|supply|usage|fee), gas (bill|meter|supply|usage|fee), meter (reading|number), kwh, kilowatt*, household number, power (supply|consumption|outage|usage|cut), heating*, tariff*',
    zh: '电费, 水费, 燃气, 抄表, 用电, 用水, 用气, 户号, 表号, 停电, 停水, 供电, 供水, 电量, 水量, 供暖',
  },
  {
    id: 'telecom',
    en: 'talk time, airtime*, data plan*, data usage, remaining data, phone bill, mobile (bill|plan), broadband*, sim card, roaming*, call minutes',
    zh: '话费, 流量, 宽带, 手机套餐, 通话, 漫游, 月租',
  },
  {
    id: 'property',
    en: 'property (management|fee|service|owner), residential*, building number, room number, household*, owner of the flat, elevator*, access control, landlord*, tenant*, lease*, tenancy',
    zh: '物业, 小区, 业主, 房号, 门禁, 楼栋, 社区, 租客, 房东, 房屋地址, 租约, 住户',
  },
  {
    id: 'account',
    en: 'login*, log-in*, password*, ip address, device model, verification code*, account security, login (time|place|device|address), sign-in device',
    zh: '登录, 登陆, 密码, 验证码, 登录设备, 登录地点, 异地, 账号安全',
  },
  {
    id: 'government',
    en: 'permit*, certificate number, case number, filing*, social security, provident fund*, passport*, household registration, tax payment, taxpayer*, processing authority, government (service|office), id card',
    zh: '办件, 办事, 证件, 审批机关, 政务, 社保, 公积金, 户籍, 纳税, 税务, 护照, 受理机关, 办理机关, 备案, 驾驶证, 身份证',
  },
  {
    id: 'vehicle',
    en: 'vehicle*, licence plate, license plate, plate number, parking*, traffic violation*, annual inspection*, mileage, car wash*, car, driving*, garage*, refuel*, charging pile*',
    zh: '车牌, 违章, 停车, 年检, 车辆, 保养, 车主, 加油, 里程, 充电桩, 洗车, 车型',
  },
  {
    id: 'finance',
    en: 'loan*, repayment*, insurance*, policy number, premium*, deposit account, fund name, net value, interest*, bank card*, card ending, credit card*, account balance, investment*, stock (code|name), claim*, wealth management, instalment*',
    zh: '还款, 贷款, 保单, 理赔, 银行卡, 信用卡, 基金, 理财, 利率, 利息, 净值, 股票, 投保, 保险, 卡号, 账户余额, 借款',
  },
  {
    id: 'meeting',
    en: 'meeting*, agenda*, conference*, participant*, host of the meeting, minutes of',
    zh: '会议, 参会, 议程, 与会, 主持人, 会场',
  },
  {
    id: 'work',
    en: 'interview*, resume*, cv, recruit*, employer*, leave request*, leave type, overtime*, approver*, shift*, payslip*, salary*, position applied, job*, employee*',
    zh: '面试, 岗位, 简历, 应聘, 请假, 加班, 考勤, 审批人, 工资, 招聘, 职位, 排班, 薪资, 入职',
  },
  {
    id: 'repair',
    en: 'repair*, technician*, engineer*, malfunction*, fault*, maintenance*, warranty*, installer*, installation (address|time), device (number|name|status|fault)',
    zh: '报修, 维修, 故障, 师傅, 工程师, 安装, 保修, 检修, 设备编号, 设备名称',
  },
  {
    id: 'food',
    en: 'restaurant*, table number, dish*, meal*, takeaway*, diner*, queue number, menu, number of diners, kitchen*, pick-up counter',
    zh: '餐厅, 桌号, 菜品, 取餐, 外卖, 就餐, 用餐, 餐位, 餐桌, 出餐',
  },
  {
    id: 'weather',
    en: 'typhoon*, rainstorm*, flood*, earthquake*, weather*, temperature*, rainfall*, hail*, wind force',
    zh: '台风, 暴雨, 地震, 天气, 气温, 降雨, 洪水, 大风, 寒潮, 高温',
  },
  {
    id: 'bidding',
    en: 'tender*, bidder*, bidding*, bid (opening|price|amount|result|section), auction*, lot number, winning bid*, project number',
    zh: '投标, 中标, 招标, 开标, 竞拍, 竞价, 标段, 拍品, 标的',
  },
  {
    id: 'promotion',
    loud: true,
    spares: settled,
    en: 'discount*, sale price, on sale, flash sale*, promotion*, promotional*, special price*, new arrival*, new product*, bestseller*, hot sale*, limited time*, coupon*, red packet*, red envelope*, voucher*, lottery, lucky draw*, prize*, gift*, bonus*, giveaway*, cashback*, rebate*, buy one get one, percent off, recommended (product|products|item|items), product recommendation*, group buying, offer ends, special offer*, member benefit*, points multiplier, shop now, buy now, order now',
    zh: '打折, 折扣, 优惠, 特价, 新品, 促销, 秒杀, 抽奖, 上新, 爆款, 红包, 优惠券, 代金券, 满减, 礼包, 赠品, 返现, 返利, 团购, 热卖, 推荐商品, 商品推荐, 立减, 半价, 限时抢, 福利, 好礼, 抢购, 中奖, 奖品, 大促, 清仓, 特惠, 买一送一',
  },
  {
    id: 'activity',
    loud: true,
    en: 'carnival*, party, parties, campaign*, activity (name|theme|rules|details|content|time|highlights|prize), activity, activities, event highlights, fair, grand opening, anniversary celebration*, flash mob*, roadshow*, festival*, celebration*',
    zh: '活动, 嘉年华, 派对, 市集, 庆典, 店庆, 周年庆, 开业, 路演, 狂欢',
  },
  {
    id: 'news',
    loud: true,
    en: 'news, headline*, article*, newsletter*, video recommendation*, today in history, joke*, horoscope*, gossip*, blog*, trending*',
    zh: '资讯, 新闻, 文章, 头条, 推文, 星座, 运势, 笑话, 热搜, 八卦, 每日一',
  },
]
