import type { TemplateKind } from '../kinds.ts'
import type { Lexicon } from './lexicon.ts'

/** WT-8.1: how titles of each kind speak. A title may speak of several; the kinds named "other" have none. */
export const kindWords: Readonly<Partial<Record<TemplateKind, Lexicon>>> = {
  'data-change': {
    en: 'change*, changing, modif*, amend*, correct*, adjust*, update*, revis*, transfer*, rebook*, reschedul*, reset*, rebind*, unbind*, bound, binding, bind, migrat*',
    zh: '变更, 变动, 修改, 更正, 调整, 更新, 改签, 更换, 换绑, 绑定, 解绑, 重置, 改期, 过户, 迁移, 转移',
  },
  'government-service': {
    en: 'permit*, certificat*, passport*, visa, visas, household*, tax, taxes, taxation, social (security|insurance), provident fund*, licen*, filing*, case, cases, court*, police, government*, vehicle inspection, annual inspection, violation*, medical insurance, public (rental|housing|hearing), marriage, residence*, petition*, customs, hearing*, census, acceptance, accepted, application*, archive*, subsid*, land',
    zh: '办件, 受理, 证件, 身份证, 户口, 户籍, 居住证, 税, 社保, 公积金, 备案, 政务, 驾照, 驾驶证, 行驶证, 年检, 年审, 违章, 审批, 法院, 开庭, 业务办理, 办理, 民政, 婚姻, 护照, 签证, 许可, 执照, 医保, 信访, 公租房, 不动产, 补贴, 海关, 公证, 听证, 档案, 申报',
  },
  'item-receipt': {
    en: 'receipt*, receiv*, deliver*, parcel*, package*, pick-up, pickup, pick up, collect*, arriv*, dispatch*, ship*, credited, signed for, takeaway, meal, handover, warehous*, courier*, express, e-ticket*, ticket*, key, card, mail',
    zh: '收货, 到货, 签收, 取件, 提货, 领取, 到账, 发货, 派送, 派件, 配送, 入库, 出库, 取餐, 收件, 送达, 物流, 快递, 包裹, 寄件, 揽件, 出票, 取票, 取货, 出餐, 提车, 交付, 交房, 取药, 到店, 到站, 外卖, 寄出',
  },
  purchase: {
    en: 'pay*, paid, purchas*, order*, transact*, deduct*, consum*, recharg*, top-up*, top up*, spend*, spent, invoice*, withdraw*, transfer*, charg*, deposit*, renew*, subscri*, checkout, settle*, booking*, purchase, buy*, credited, trade*, bill*, balance*',
    zh: '购买, 支付, 付款, 交易, 消费, 扣款, 充值, 订单, 下单, 转账, 提现, 开票, 发票, 收款, 入账, 到账, 购票, 认购, 申购, 赎回, 结算, 余额, 扣费, 预订, 订房, 成交, 续费, 缴费成功, 押金, 开卡',
  },
  'sign-in': {
    en: 'sign-in*, sign in, sign-out*, check-in*, check in, checked in, check-out*, attend*, clock-in*, clock in, clock-out*, arriv*, punch*, absence*, absent, late, entry, entrance, leaving, leave, departure*',
    zh: '签到, 签退, 打卡, 考勤, 入园, 离园, 到校, 离校, 入场, 进校, 出勤, 缺勤, 旷课, 迟到, 到岗, 入住, 退房, 进出, 通行, 门禁',
  },
  status: {
    en: 'status*, progress*, in service, start*, complet*, finish*, opened, opening, open, activat*, cancel*, queue*, stage, ready, clos*, terminat*, suspend*, process*, end, ended, ends, shut*, online, offline, connect*, disconnect*, confirm*, ongoing, calling, called, enabled, disabled, appointment*, lock*, unlock*, freez*, success*, fail*, result*, dispatch*, deliver*, ship*, arriv*, repair*, checkout, operation*, running, signal, charging',
    zh: '状态, 进度, 完成, 开始, 开通, 激活, 取消, 排队, 叫号, 排号, 结束, 受理, 处理, 预约, 启用, 停用, 冻结, 解冻, 上线, 下线, 离线, 在线, 完工, 关闭, 终止, 暂停, 生效, 失效, 成功, 失败, 结果, 发货, 配送, 充电, 锁定, 解锁, 挂失, 就绪, 到号, 过号, 启动, 流转, 运行, 就诊',
  },
  login: {
    en: 'login*, log-in*, logon*, logged in, log in, log out, logout*, signed in, sign-in*, new device*, verification*, password*, authenticat*, authoriz*, authoris*',
    zh: '登录, 登陆, 登出, 异地, 设备登录, 验证码, 身份验证, 密码, 授权, 扫码',
  },
  'phone-bill': {
    en: 'phone*, mobile*, talk time, data usage, data plan*, data bill, broadband*, telephone*, telecom*, airtime*, sim, landline*, call charge*, call bill*, internet bill*, line rental*',
    zh: '话费, 流量, 手机, 通信费, 宽带, 电话费, 通话, 固话, 套餐, 月租',
  },
  'utility-bill': {
    en: 'electric*, water*, gas, heating*, utilit*, power bill*, power*, sewage*, energy*',
    zh: '电费, 水费, 燃气, 气费, 供暖, 取暖, 采暖, 暖气, 水电, 煤气, 用电, 用水, 用气, 污水',
  },
  'property-fee': {
    en: 'property*, estate*, management fee*, service charge*, parking*, condominium*, maintenance fee*, community fee*, strata*, sanitation*, elevator fee*',
    zh: '物业, 管理费, 停车费, 车位, 卫生费, 公摊, 电梯费, 服务费',
  },
  fault: {
    en: 'fault*, fail*, outage*, maintenance*, interrupt*, breakdown*, error*, malfunction*, suspen*, abnormal*, offline, disconnect*, repair*, down, stopp*, power cut*, cut-off*, recover*, restor*, overhaul*, exception*',
    zh: '故障, 停电, 停水, 停气, 停暖, 停网, 维护, 中断, 异常, 抢修, 停机, 检修, 宕机, 离线, 失败, 停运, 恢复, 断网, 断电, 报修, 维修, 停梯, 漏水, 错误',
  },
  alert: {
    en: 'warn*, alert*, alarm*, disaster*, typhoon*, flood*, storm*, rainstorm*, earthquake*, risk*, over-limit, exceed*, abnormal*, tsunami*, landslide*, hurricane*, wildfire*, fire, smoke, leak*, cold wave, heat*, wave*, intrusion*, overload*, low balance, low battery, low stock, threshold*, evacuat*, emergenc*, air quality, pollution*, epidemic*, insufficient*, over-speed*, overspeed*',
    zh: '预警, 告警, 警报, 报警, 警告, 台风, 暴雨, 洪水, 洪涝, 地震, 超限, 异常, 风险, 寒潮, 高温, 大风, 山洪, 泥石流, 火灾, 烟雾, 泄漏, 入侵, 过载, 余额不足, 低电量, 超速, 阈值, 疏散, 应急, 污染, 海啸, 雷电, 冰雹, 雾霾, 库存不足, 越界, 围栏',
  },
  expiration: {
    en: 'expir*, due, overdue, renew*, matur*, ending, ends, valid*, deadline*, lapse*, return, returning',
    zh: '到期, 过期, 逾期, 续费, 续期, 期满, 有效期, 临期, 截止, 续保, 续签, 续借, 归还, 失效, 届满',
  },
  payment: {
    en: 'pay*, repay*, arrear*, due, fee*, bill*, premium*, rent*, tuition*, deposit*, unpaid, instal*, overdue, debt*, charge*, outstanding, balance*, toll*, collect*, owe*, owing, settle*, loan*, fine, fines, tax, taxes, statement*, deduct*',
    zh: '缴费, 付款, 还款, 欠费, 待支付, 支付, 账单, 保费, 房租, 学费, 催缴, 应付, 分期, 尾款, 缴款, 租金, 交费, 补缴, 罚款, 缴纳, 应缴, 待缴, 欠款, 费用, 扣款, 贷款, 结清',
  },
  meeting: {
    en: 'meeting*, conference*, seminar*, agenda*, interview*, briefing*, hearing*, workshop*, symposium*, assembly*, committee*, webinar*, defence*, defense*, training*, video call*',
    zh: '会议, 参会, 例会, 面试, 研讨会, 家长会, 座谈会, 会, 培训, 答辩, 庭审, 议程, 面谈',
  },
  event: {
    en: 'event*, activit*, match*, performance*, concert*, class*, course*, lecture*, exhibition*, ticket*, appointment*, visit*, exam*, race*, show, shows, screening*, movie*, film*, lesson*, reservation*, booking*, test, tests, vaccinat*, competition*, game*, workshop*, training*, tour*, viewing*, ceremony*, check-up*, dose*, consultation*, surgery*, live class*, start*, session*, marathon*, interview*',
    zh: '活动, 赛事, 演出, 开课, 上课, 讲座, 展会, 展览, 观影, 开场, 考试, 预约, 就诊, 比赛, 看房, 体检, 接种, 疫苗, 复诊, 演唱会, 电影, 开赛, 课程, 训练, 培训, 面试, 试听, 手术, 复查, 参观, 婚礼, 直播课, 开班, 用药, 服药, 预定, 预订',
  },
  departure: {
    en: 'depart*, board*, trip*, train*, bus, buses, travel*, flight*, journey*, itinerar*, gate, coach*, ferry*, tour*, ride*, check-in*, pick-up*, pickup*, shuttle*, ship*, sail*, cruise*, pick up, driver*',
    zh: '出发, 登机, 发车, 行程, 出行, 检票, 值机, 乘车, 航班, 列车, 车次, 班车, 上车, 启程, 出游, 出团, 登船, 开船, 用车, 接机, 校车',
  },
  'flight-delay': {
    en: 'flight*, delay*, gate, diver*, cancel*',
    zh: '航班, 延误, 晚点, 备降, 取消',
  },
  'to-do': {
    en: 'to-do*, todo*, to do, task*, pending, approv*, assign*, homework*, await*, unhandled, work order*, review*, process*, inspection*, confirm*, sign*, submit*, submission*, upload*, fill*, fill-in, deadline*, duty, duties, shift*, request*',
    zh: '待办, 任务, 待审, 待处理, 审批, 工单, 作业, 代办, 待确认, 待签, 待完成, 待提交, 待评, 待阅, 值班, 排班, 巡检, 待分配, 待回访, 催办, 签署, 填报, 提交, 派单, 跟进, 处理, 事项',
  },
  review: {
    en: 'review*, approv*, audit*, verif*, assessment*, reject*, accept*, certificat*, authentic*, examin*, evaluat*, qualif*, application*, pass*, inspection*, claim*, admission*, result*',
    zh: '审核, 审批, 审查, 评审, 认证, 通过, 驳回, 核验, 复核, 初审, 终审, 申请, 理赔, 鉴定, 评估, 受理, 审阅, 核准, 验收, 结果',
  },
  refund: {
    en: 'refund*, return*, reimburs*, chargeback*, repaid, compensat*, money back',
    zh: '退款, 退货, 退费, 退票, 退押金, 报销, 退还, 退税, 退保, 赔付, 赔偿, 退订, 退房款, 退学费, 退回',
  },
  bid: {
    en: 'bid*, tender*, auction*, procure*, quotation*, quote*, winning, award*, offer*',
    zh: '中标, 竞标, 投标, 竞拍, 招标, 竞价, 拍卖, 开标, 评标, 采购, 报价, 摇号, 竞得, 出价',
  },
  'order-acceptance': {
    en: 'order*, accept*, confirm*, dispatch*, assign*, reserv*, booking*, appointment*, driver*, took*, merchant*, request*, service*',
    zh: '接单, 派单, 订单, 抢单, 受理, 预订, 确认, 预约, 拒单, 下单, 接受, 服务, 司机',
  },
  registration: {
    en: 'regist*, sign-up*, signup*, sign up, enrol*, appl*, booking*, appointment*, admi*, membership*, join*, reserv*, subscri*, open*, accepted',
    zh: '报名, 注册, 登记, 申请, 预约, 挂号, 入会, 录取, 入驻, 加入, 开户, 入学, 预订, 选课, 录用, 开通, 建档',
  },
  feedback: {
    en: 'feedback*, repl*, complain*, survey*, evaluat*, report*, result*, respon*, suggest*, comment*, answer*, appeal*, consult*, inquir*, enquir*, petition*, rating*, follow-up*, grade*, score*, diagnos*, test*, resolved, resolution*, processed, handled, handling, question*, objection*',
    zh: '反馈, 回复, 答复, 投诉, 评价, 报告, 结果, 点评, 建议, 申诉, 咨询, 成绩, 处理, 回访, 诊断, 意见, 化验, 检查, 检测, 信访, 来信, 提问, 异议, 问诊',
  },
}
