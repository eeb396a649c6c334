import { homoglyphs } from './homoglyphs.ts'

/** Letters of one sound or one meaning, by the one that stands for them all in a folded text. */
const alike: Readonly<Record<string, string>> = {
  b: 'ɓ',
  c: 'ƈ',
  d: 'ɗđð',
  k: 'ƙ',
  l: 'ł',
  n: 'ŋ',
  o: 'ø',
  t: 'ŧ',
  y: 'ƴ',
  // Arabic and Urdu: alef, ya, kaf, ha and noon are one letter each, however a keyboard writes them.
  ا: 'ٱ',
  ي: 'ىیےېۍ',
  ك: 'کڪ',
  ه: 'ةہھۀۃەۂ',
  ن: 'ں',
  // Traditional characters, by their simplified ones.
  ...pairs(
    '賭赌槍枪發发彈弹黃黄視视頻频獨独黨党國国學学證证辦办貸贷錢钱賣卖買买盜盗載载軟软體体應应鏈链連连結结點点網网電电號号碼码殺杀滅灭種种詛诅風风華华書书務务費费門门開开關关過过從从來来為为說说話话語语請请讓让這这個个們们時时間间會会見见現现東东車车長长馬马龍龙親亲愛爱樂乐藥药醫医處处婦妇戀恋豬猪蟲虫條条約约轉转帳账賬账單单銀银設设計计劃划選选舉举總总統统議议員员臺台灣湾歷历蘇苏聯联戰战爭争軍军隊队義义禮礼廣广場场機机獎奖領领贏赢賠赔戶户註注冊册實实護护駕驾駛驶執执業业論论寫写複复製制標标誌志裝装類类還还給给對对錯错麼么嗎吗誰谁嚴严謹谨騙骗舊旧聽听頭头邊边裡里後后動动態态飛飞鐵铁區区價价優优線线級级試试題题洩泄檔档戲戏遊游娛娱賓宾館馆煙烟術术師师靈灵驅驱惡恶聖圣臉脸腦脑殘残無无癡痴瘋疯賤贱賊贼貨货購购質质讚赞貼贴輸输達达遠远運运適适遲迟郵邮鄉乡釋释釣钓鈔钞鎖锁鏡镜鐘钟閉闭陰阴陽阳陸陆雜杂離离難难雲云靜静韓韩順顺顯显飯饭餘余騎骑驗验鬧闹鬥斗鳳凤鴉鸦麗丽黴霉齊齐龜龟內内兩两凍冻劇剧勞劳勢势協协參参雙双變变啟启問问喚唤嘗尝團团園园圖图壓压壞坏聲声備备夠够奪夺寶宝將将專专導导屆届層层屬属島岛幣币帶带幫帮幾几庫库彙汇徑径恆恒悅悦懷怀懸悬擊击擔担據据擴扩攝摄敗败敵敌數数斷断於于暫暂曉晓曆历極极構构樣样橋桥檢检權权歡欢歲岁殼壳氣气決决沒没況况洶汹測测滿满漢汉漲涨潔洁災灾燒烧營营狀状獲获瓊琼產产畫画異异當当療疗癮瘾監监盤盘眾众碩硕禍祸禦御稅税積积穩稳窮穷竊窃節节範范簡简籤签糧粮紅红紋纹納纳純纯紙纸細细終终組组絕绝經经綠绿緊紧編编練练縣县縮缩織织繼继續续罰罚習习聞闻職职脫脱膽胆臨临興兴艱艰藝艺蘋苹虧亏衛卫覺觉觀观訂订記记訊讯許许訪访評评詐诈詞词詢询該该認认誘诱誤误課课調调談谈諮咨講讲謝谢譯译讀读財财責责販贩貢贡貪贪賀贺資资賜赐賽赛贈赠躍跃軌轨較较輕轻輛辆辭辞農农遺遗遞递鄰邻醜丑針针鋪铺錄录鍵键閃闪闆板隨随險险隱隐額额願愿飲饮養养駐驻鬆松',
  ),
}

/** What each letter of the tables becomes. */
export const plainLetters: ReadonlyMap<string, string> = new Map(
  [...Object.entries(homoglyphs), ...Object.entries(alike)].flatMap(([plain, letters]) =>
    Array.from(letters).map((letter) => [letter, plain] as const),
  ),
)

/** Ethiopic rows of one sound: a row of eight letters, by where it starts, and where its plain row starts. */
const ethiopicRows: readonly (readonly [from: number, to: number])[] = [
  [0x1210, 0x1200],
  [0x1280, 0x1200],
  [0x12b8, 0x1200],
  [0x1220, 0x1230],
  [0x12d0, 0x12a0],
  [0x1340, 0x1338],
]

/** The fourth order of ha and a sounds like the first. */
const ethiopicFirst: Readonly<Record<number, number>> = { 4611: 0x1200, 4771: 0x12a0 }

/** Amharic writes one sound with several letters; the first row stands for all. */
export function plainEthiopic(code: number): number {
  const row = ethiopicRows.find(([from]) => code >= from && code < from + 8)
  const moved = row ? code - row[0] + row[1] : code
  return ethiopicFirst[moved] ?? moved
}

/** `賭赌槍枪`: traditional and simplified in turn. */
function pairs(text: string): Record<string, string> {
  const characters = Array.from(text)
  const found: Record<string, string> = {}
  for (let index = 0; index + 1 < characters.length; index += 2) {
    const [traditional = '', simplified = ''] = [characters[index], characters[index + 1]]
    if (traditional !== simplified) found[simplified] = (found[simplified] ?? '') + traditional
  }
  return found
}
