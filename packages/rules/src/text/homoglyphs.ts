/**
 * Letters that look like a Latin one and are no compatibility form of it, by the one that they look like: the single letters of
 * Unicode's confusables.txt (version 13, as the package unhomoglyph 1.0.6 carries it) outside the served scripts, and small
 * capitals. Digits and marks are left out, and so is what reads from right to left.
 */
export const homoglyphs: Readonly<Record<string, string>> = {
  a: 'ɑΑαАаᎪᗅᴀꓮ𐊠𖽀',
  b: 'ƀƄʙΒВЬвᏏᏴᑲᖯᗷꓐꞴ𐊂𐊡𐌁',
  c: 'СсᏟᴄⲤⲥꓚꮯ𐊢𐌂𐐕𐐽𐔜',
  d: 'ԁᎠᏧᑯᗞᗪᴅꓒꓓ',
  e: 'ǝɘəΕЕеҽᎬᴇⴹꓰꬲ𐊆𑢦𑢮',
  f: 'ϜքᖴẝꓝꜰꞘꞙꬵ𐊇𐊥𐔥𑢢𑣂',
  g: 'ƍɡɢԌցᏀᏳᶃꓖ',
  h: 'ħʜΗНнһհᎻᏂᕼⲎꓧ𐋏',
  i: 'ıƖɩɪΙιІіӀӏᎥⲒꙇꭵ𑣃',
  j: 'ͿϳЈјᎫᒍᴊꓙꞲ',
  k: 'ĸΚКкᏦᛕᴋⲔꓗ𐔘',
  l: 'łǀʟᏞᒪᛁⳐⵏꓡꓲ𐊊𐌉𐐛𐔦𑢣𑢲𖼖𖼨',
  m: 'ΜϺМмᎷᗰᛖᴍⲘꓟ𐊰𐌑',
  n: 'ɴΝпոռⲚꓠ𐔓',
  o: 'øΟθοσОоՕօଠഠဝჿᴏᴑⲞⲟⵔꓳꬽ𐊒𐊫𐐄𐐬𐓂𐓪𐔖𑢵𑣈𑣗',
  p: 'ΡρРрᏢᑭᴘⲢⲣꓑ𐊕',
  q: 'ǫԛգզⵕ',
  r: 'ƦʀгᎡᏒᖇᴦⲅꓣꭇꭈꮁ𐒴𖼵',
  s: 'ƽЅѕՏᏕᏚꓢꜱꮪ𐊖𐐠𐑈𑣁𖼺',
  t: 'ΤτТтᎢᴛⲦꓔ𐊗𐊱𐌕𑢼𖼊',
  u: 'ʋυՍսᑌᴜꓴꞟꭎꭒ𐓎𐓶𑢸𑣘𖽂',
  v: 'νѴѵᏙᐯᴠⴸꓦꛟꮩ𐔝𑜆𑢠𑣀𖼈',
  w: 'ɯѡԜԝաᎳᏔᴡꓪꮃ𑜊𑜎𑜏',
  x: 'ΧХхӿᕁᕽᚷⲬⵝꓫꞳ𐊐𐊴𐌗𐔧',
  y: 'ƴɣʏΥγУуҮүყᎩᎽᶌỿⲨꓬꭚ𐊲𑢤𑣜𖽃',
  z: 'ΖᏃᴢꓜꮓ𑢩𑣄',
}
