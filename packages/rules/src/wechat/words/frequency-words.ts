import type { SparingLexicon } from './lexicon.ts'

/** WT-7.3: reminders of messages and subscriptions, and cadences that harass. */
export const harassing: SparingLexicon = {
  terms: {
    en: `
      (new |unread |group |offline |platform |inbox |latest |chat )?(message|messages) (reminder|reminders|notification|alert|arrival|received|push|received reminder), (new|unread|pending) (message|messages), messages waiting, (subscription|subscriptions|subscribed content|subscribed channel|subscribed) (notification|reminder|push|update|updates|message|messages|content|news|digest|alert|feed|recommendation), subscribed (content|channel|topic|column|author), push subscription,

      re:(?<![a-z])(?:daily|hourly|nightly|everyday|every (?:day|hour|morning|minute|night)|twice daily|twice a day|round-the-clock|constant|continuous|nonstop|non-stop|endless)(?: [a-z-]+){0,4} (?:reminder|notification|alert|push|prompt|urging)
      (repeated|repeat|recurring|continuous|daily|hourly|every day|multiple|frequent) (expiration|expiry|payment|due|arrears|overdue|renewal|dunning|collection|reminder|reminders|push|notification|notifications|prompt), payment urging, dunning*, keep reminding, reminder (every|each) (day|hour|morning|minute)`,
    zh: `
      (新|未读|离线|群|平台|最新|聊天)?消息(提醒|通知|提示|推送|到达|来了), 新消息, 未读(消息|信息), 订阅(通知|提醒|更新|推送|消息|内容|号|资讯|动态|栏目|频道|专栏), (每日|每天|天天|每小时|每时|每周|逐日|连续|反复|循环|重复|多次|频繁|定时|整点|滚动)(到期|缴费|付款|还款|催缴|催款|催费|欠费|续费|账单|推送|提醒|通知|催办|消息|提示|打卡提醒), 连环催, 反复催, 不间断, 轮番,
      re:每(?:日|天|小时|时|周|晚|晨|早|分钟)[^，。,.]{0,6}(?:到期|缴费|付款|还款|催缴|催费|续费|账单|提醒|通知|推送|提示)`,
  },
  spares: {
    en: `subscription (expiry|expiration|expired|renewal|renewed|payment|cancellation|cancelled|refund|success|order|fee|confirmation|invoice|activation|activated|end|plan change), daily (attendance|charge list|statement|inpatient|medication|rental|dose|settlement), (share|stock|bond|fund|house|ipo) subscription (result|allotment|confirmation|reminder of result|notification of allotment|payment), weekly (attendance|timesheet approval|report submission|report review), (voice|leave a) message, sms message (verification|fee), message board reply to a complaint, customer service message (closed), (recurring) (payment|deduction|transfer) (success|result|agreement|cancellation|signed|failed|termination), repeat prescription*, repeated (charge|deduction) refund`,
    zh: `订阅(到期|续费|取消|退订|成功|付费|扣款|订单|开通|失效), 每日(考勤|用药|费用清单|账单|清单|结算|体温), (基金|股票|债券|新股|理财)(订阅|申购|认购), 连续(包月|扣费)(扣款|成功|取消|签约|解约), 每周(考勤|周报), 重复(扣款|支付|缴费)退款, 定时(转账|取款)`,
  },
}

/** WT-9.4: what comes with every word that somebody writes. */
export const chatty: SparingLexicon = {
  terms: {
    en: `feed, feeds, timeline (refresh|activity), new (video|videos|photo|photos|story|stories|episode|episodes|article|articles|post|posts|upload|uploads|song|songs|podcast|podcasts), update, updates, updated, upgrade notification, reply, replies, replied, interaction*, interactive*, comment*, (like|likes|thumbs-up|thumbs up) (received|notification|reminder), likes, (new )?follower*, new fan, new fans, followed you, (new )?mention*, mentioned you, (new |forum |community )?(post|posts|thread|threads), forum, (friend|friends|circle|community|feed|author|blogger|moments) (dynamics|activity|moments|news|feed), moments, chat*, (private|direct|group|instant) message*, bullet comment*, (profile )?visitor (notification|reminder), repost*, retweet*, shared your, discussion*, new (chapter|chapters|episode|episodes|video|videos|song|songs|issue|article|articles|content), serial`,
    zh: `新帖, 新视频, 新文章, 新作品, 新内容, 新歌, 新图, @你, @您, @我, 艾特, 关注的人, 刷新, 更新, 回复, 互动, 评论, 点赞, 获赞, 被赞, 新增关注, 关注(通知|提醒|了你|您), 被关注, 粉丝, 私信, 动态, 帖子, 发帖, 跟帖, 回帖, 顶帖, 留言, 弹幕, 访客, 群聊, 群消息, 聊天, 即时消息, 转发提醒, 被转发, 提到了你, 提及, 朋友圈, 讨论, 连载, 新章节, 新剧集, 追更, 打赏, 好友上线, 好友申请`,
  },
  spares: {
    en: `
      (status|progress|information|data|address|schedule|order|timetable|account|policy|profile|contact|details|result|results|phone|number|logistics|plan|record|records|certificate|itinerary|booking|appointment|shipment|delivery|parcel|claim|case|registration|medical record|contract|password|licence|license|tracking|gate|exam|grade|payment|application|queue|waiting list|repair|balance) (update|updates|updated),
      (complaint|consultation|inquiry|enquiry|application|work order|appeal|petition|suggestion|question|feedback|ticket|request|e-mail|email|proposal|letter|leave request|objection|hotline|service request|repair|quotation|public opinion|legal) (reply|replies|replied|response), reply to (your |a |the )?(complaint|inquiry|enquiry|application|appeal|petition|suggestion|question|request|letter|consultation|feedback|objection|email),
      follow-up*, (public|official) comment*, comment (period|deadline), post office, post-operative, post-surgery, (job|civil service|public) (post|posts), post (application|interview|examination), postponed, visitor (appointment|registration|pass|entry|arrival|invitation|access|authorisation|authorization|permit|check-in), (group|panel|case|thesis|expert) discussion (meeting|appointment|schedule|room), discussion room, (teacher's|teacher|doctor's|examiner's) comment*, video chat (appointment|interview), forum (registration|ticket|participation|check-in|meeting)`,
    zh: `(状态|进度|资料|信息|数据|地址|行程|订单|时间表|账户|账号|政策|档案|联系方式|物流|课表|证书|密码|合同|保单|成绩|病历|就诊|证件|驾照|名单|排班|考勤|余额|版权登记)更新, 更新(换证|登记), (投诉|咨询|工单|申诉|信访|建议|反馈|申请|提问|问题|意见|报修|问诊|邮件|公文|预约|来信|来函|法律咨询|提案|热线|留言板投诉|政务咨询|客服|异议|询价|报价)(件)?(的)?(回复|留言|答复), (航班|物流|快递|列车|车辆|包裹|运单|货物)动态, 访客(预约|登记|通行|到访|来访|授权|邀请|入园|放行|码), 学术讨论会, 讨论会(参会|签到|会议), 案例讨论会议, 论坛(报名|参会|签到), 老师评论, 教师评语`,
  },
}
