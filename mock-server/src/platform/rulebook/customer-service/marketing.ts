/** The first sign of an offer in a text, as it stands there. */
export function marketingWord(text: string): string | undefined {
  return signs.exec(text)?.[0]
}

const signs =
  /\b\d{1,2}\s?% off\b|\b(?:discount|coupon|voucher|promo(?:tion)?|special offer|flash sale|limited[- ]time|cash ?back|buy now|free gift|red packet|lucky draw)s?\b|优惠|折扣|打折|特价|促销|限时|秒杀|红包|代金券|优惠券|满减|抽奖|立减|返现/i
