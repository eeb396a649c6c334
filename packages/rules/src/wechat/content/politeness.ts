const greetings =
  /(?<![a-z])(?:dear|hello|hi|good (?:morning|afternoon|evening|day)|greetings|respected|thank you|thanks|sorry|we apologi[sz]e|welcome|congratulations|please|we are pleased|we are glad|we regret)(?![a-z])|您好|你好|尊敬的|敬爱的|亲爱的|感谢|谢谢|多谢|抱歉|对不起|欢迎|恭喜|祝贺|请|很高兴/iu

const appellations =
  /(?<![a-z])(?:dear|mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|customer|client|member|user|student|parents?|owner|passenger|traveller|traveler|patient|guest|friend|teacher|colleague|resident|tenant|driver|applicant|candidate|reader|viewer|subscriber|policyholder|taxpayer|you|your)(?![a-z])|您|尊敬的|亲爱的|敬爱的|先生|女士|小姐|同学|老师|家长|业主|客户|用户|会员|乘客|旅客|患者|读者|师傅|教授|医生|居民|住户|纳税人|考生|同志|顾客|学员|车主/iu

/** A name after a greeting: "Hello Amina,". */
const named = /(?:hello|hi|good (?:morning|afternoon|evening)|dear),? \p{Lu}\p{L}+/iu

/** WT-10.5: a greeting or courtesy, and a word by which the user is addressed. */
export function isPolite(text: string): boolean {
  return named.test(text) || (greetings.test(text) && appellations.test(text))
}
