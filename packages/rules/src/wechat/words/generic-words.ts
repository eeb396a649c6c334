/** WT-9.3: words that any sender could use for anything, English; a title of nothing else says nothing. */
export const genericTitleWords: ReadonlySet<string> = new Set(
  `a an the of for to from on in our your my his her this that and or & by with
  admin admins news brief briefs briefing digest update updates public local regional hot recent current headline headlines report tip tips knowledge trend trends admins administrator administrators management manager system platform official officials announcement announcements public general important urgent latest new
  service services message messages information info news notice notices work business daily common customer customers client clients user users member members
  all everyone group groups mass broadcast broadcasting bulletin special warm friendly kind smart internal company school class community campus push content
  other others misc miscellaneous various unified universal standard basic default custom customised customized people staff employee employees team
  centre center office department account-wide site website app application-wide notification notifications reminder reminders alert matter matters item thing things affairs
  weekly monthly annual emergency key main simple quick instant now today tomorrow test temporary emergent follow-up regarding about concerning organisation organization association club channel`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** WT-9.3, Chinese: taken out of a title one by one, the longest first; what is left describes the service. */
export const genericTitleParts: readonly string[] =
  `新闻 简报 快报 快讯 要闻 时讯 时事 公共 每日 每周 每天 动态 情况 事宜 热点 本地 今日 近期 知识 贴士 资料 管理员 系统 平台 官方 公告 公众 重要 紧急 最新 最近 服务 消息 信息 资讯 内容 温馨 友情 特别 通用 一般 普通 业务 工作 日常 用户 会员 客户 顾客 全体 全员 所有人 所有 大家 群发 群组 群 广播 推送 事项 通知 提醒 提示 告知 通告 通报
  内部 公司 学校 班级 社区 小区 单位 部门 组织 协会 俱乐部 频道 员工 职工 成员 团队 家长 学员 业主 居民 村民 市民 群众 其他 其它 各类 统一 标准 默认 自定义 万能 综合 临时 测试 今日 明日 每月 年度 应急 中心 办公室 网站 应用 事务 相关 关于 小 新 的 与 和 及 大 各 本 您 我们 贴心 爱心 重磅 即时 实时 快速 店铺 商家 门店 商城 公众号 行政 人事`
    .split(/\s+/)
    .filter((part) => part !== '')
    .sort((one, other) => other.length - one.length)

/** WT-9.3: a title that has one of them is for broadcasting, whatever else it says. */
export const broadcastWords = {
  en: 'announcement*, broadcast*, bulletin*, mass (message|messages|notification|notice|mailing), circular*, (notice|message|notification) to all, to (all|every) (member|members|user|users|customer|customers|resident|residents|parents|students|staff), all-staff, all-hands, group-wide, press release*, public notice*, proclamation*',
  zh: '公告, 通告, 广播, 群发, 致全体, 全员(通知|提醒), 全体(会员|用户|业主|家长|员工|成员|居民)(通知|提醒), 喊话, 公示, 启事, 布告, 宣传, 号召, 倡议, 告(全体|广大)',
}

/** WT-9.3: names of keywords that describe nothing, in both languages, folded. */
export const genericKeywords: ReadonlySet<string> = new Set(
  `content contents message messages notice notices detail details remark remarks note notes time date title subject theme topic sender publisher issuer author source description body text info information
  notice content|message content|notification content|announcement content|notice title|message title|notification title|announcement title|notice time|publishing time|publication time|release time|sending time|notification time|sent at|sent by|published by|published at|notice details|message details|main content|specific content|summary|type|notice type|message type|category|reminder content|reminder time|reminder|announcement|push content|news|matter|matters|item|items|keyword|keyword 1|keyword 2|keyword 3|keyword one|keyword two|other|others|reminder details|important information|instructions|issued by|from|to
  内容|消息|消息内容|通知内容|公告内容|提醒内容|通知标题|消息标题|公告标题|标题|主题|通知主题|通知人|发布人|发送人|发布者|发布时间|通知时间|发送时间|提醒时间|公告时间|推送时间|推送内容|时间|日期|详情|消息详情|通知详情|备注|说明|信息|类型|消息类型|通知类型|提醒事项|事项|事项内容|具体内容|主要内容|内容摘要|摘要|关键词|关键词1|关键词2|关键字|其他|提示|提示内容|温馨提示|公告|发布单位|发布部门|通知对象|来源|描述|内容描述|通知部门|通知单位`
    .split(/[|\n]/)
    .flatMap((part) =>
      /^[\x20-\x7e]+$/.test(part) && !part.includes(' ')
        ? [part]
        : /^ *content contents/.test(part)
          ? part.trim().split(' ')
          : [part.trim()],
    )
    .filter((name) => name !== ''),
)
