interface Text {
  readonly title: string
  readonly content: string
}

/** Of the first two items, and of the fifth and sixth, in the languages that are read otherwise than English. */
export const textsIn: Readonly<Record<string, readonly (Text | undefined)[]>> = {
  ar: [
    { title: 'فاتورتك جاهزة', content: 'فاتورة أكتوبر ١٬٢٤٠ شلنًا. ادفع قبل الجمعة لتحتفظ بسعر الليل المخفَّض.' },
    undefined,
    undefined,
    undefined,
    { title: 'قيّم رحلتك', content: 'كيف كانت رحلتك مع دانيال؟' },
  ],
  ur: [
    {
      title: 'آپ کا بل تیار ہے',
      content: 'اکتوبر کا بل ۱٬۲۴۰ شلنگ ہے۔ رات کی شرح برقرار رکھنے کے لیے جمعے سے پہلے ادا کریں۔',
    },
    {
      title: 'آپ کا پارسل راستے میں ہے',
      content: 'ڈرائیور دوپہر دو سے چار بجے کے درمیان پہنچے گا۔ صفحے پر پارسل دیکھتے رہیں۔',
    },
    undefined,
    undefined,
    { title: 'اپنے سفر کی درجہ بندی کریں', content: 'دانیال کے ساتھ سفر کیسا رہا؟' },
  ],
  am: [
    { title: 'ሂሳብዎ ተዘጋጅቷል', content: 'የጥቅምት ሂሳብ 1,240 ሽልንግ ነው። የሌሊት ታሪፍዎን ለማቆየት ከዓርብ በፊት ይክፈሉ።' },
    { title: 'ዕቃዎ በመንገድ ላይ ነው', content: 'ሾፌሩ ከቀኑ ስምንት እስከ አስር ሰዓት ድረስ ይደርሳል። በገጹ ላይ ይከታተሉ።' },
    undefined,
    undefined,
    { title: 'ጉዞዎን ይገምግሙ', content: 'ከዳንኤል ጋር የነበረዎት ጉዞ እንዴት ነበር?' },
  ],
  hi: [
    {
      title: 'आपका बिल तैयार है',
      content: 'अक्टूबर का बिल 1,240 शिलिंग है। रात की दर बनाए रखने के लिए शुक्रवार से पहले भुगतान करें।',
    },
    { title: 'आपका पार्सल रास्ते में है', content: 'ड्राइवर दोपहर दो से चार बजे के बीच पहुँचेगा। पेज पर पार्सल देखते रहें।' },
    undefined,
    undefined,
    { title: 'अपनी यात्रा को रेटिंग दें', content: 'डैनियल के साथ आपकी यात्रा कैसी रही?' },
  ],
  bn: [
    { title: 'আপনার বিল তৈরি', content: 'অক্টোবরের বিল ১,২৪০ শিলিং। রাতের হার বজায় রাখতে শুক্রবারের আগে পরিশোধ করুন।' },
    { title: 'আপনার পার্সেল পথে আছে', content: 'চালক দুপুর দুইটা থেকে চারটার মধ্যে পৌঁছাবেন। পাতায় পার্সেলটি দেখতে থাকুন।' },
    undefined,
    undefined,
    { title: 'আপনার যাত্রার মূল্যায়ন করুন', content: 'ড্যানিয়েলের সঙ্গে যাত্রা কেমন ছিল?' },
  ],
  zh: [
    { title: '您的账单已出', content: '十月账单为 1,240 先令。请在星期五之前支付，以保留夜间费率。' },
    { title: '您的包裹正在路上', content: '司机将在下午两点到四点之间到达。可在页面上跟踪包裹。' },
    undefined,
    undefined,
    { title: '为您的行程评分', content: '您与丹尼尔的行程如何？' },
  ],
}
