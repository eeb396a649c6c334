import type { PromotionList } from './promotion-list.ts'

const stores =
  'google play, googleplay, play store, playstore, app store, appstore, app gallery, appgallery, palm store, palmstore, galaxy store, apkpure, aptoide, uptodown, f-droid, itunes store'

/** Promotion in Latin letters. Looked for in texts of every script: app stores and "app" have no translation. */
export const latinPromotions: readonly PromotionList[] = [
  {
    language: 'en',
    script: 'Latin',
    apps: `app, apps, application, applications, software, browser, (mobile|android|ios) game`,
    verbs: `download, downloads, downloading, downloaded, install, installs, installing, installed, reinstall*, sideload*, upgrade to, get it today, get it now, get it here, get it free, grab it`,
    back: `download it, install it, get it (on|from|now|free|today|here), grab it, download now, install now, download for free`,
    inside: {
      before: `(in|from|on|via|with|inside|within|using|through|of|into) (the|our|your|this|my|any|an|a|mobile|bank|banking)*, in-, through`,
    },
    documents: `receipt*, invoice*, statement*, bill, bills, report*, form, forms, ticket*, file, files, pdf, certificate*, results, letter*, meter*, panel*, voucher*, boarding pass*, photo*, payslip*, guide, brochure*, job, vacancy, fee, number, status, nothing to (install|download), no (install|download)*, without (install|download)*`,
    phrases: `(update|upgrade) (your|the|our) app (from|by|with|via) (this|the) link, (download|installation) of (our|the) (new |free )*(app|application), (download|install) ~ (win|earn|bonus|reward*|free gift|cashback), (get|grab|try|add|put|have) (our|the|this) (new |free |mobile |official )*(app|application) (on|today|now|for free|and), (our|the) (new |free )*(app|application) (is here|is out|has arrived|has landed|is live), get (our|the) (free |new |mobile |android |ios |official )*app, get the … app now, app download, download link, download and install, download it now, download now, free download, install now, install it now, (install|download) and (get|earn|win|receive|play|start), (tap|click) to (download|install), scan (the |this )?(qr |code |qr code )*to (download|install|get), (download|available|now) (for|on) (android|ios|iphone), our (new |free )*(android|ios|mobile) app, switch to (our|the) … app, try (our|the) (new |free )*app, update (package|patch) , install* (the|this|our) (update|package|patch|file)`,
    stores: `${stores}, (app|apps|application) (store|market)`,
    payment: `payment*, paid, purchase*, spent, receipt*, gift card*, voucher*, refund*, subscription*, charged, received, card code, top-?up`,
  },
  {
    language: 'fr',
    script: 'Latin',
    apps: `appli, applis, application, applications, app, apps, logiciel, jeu mobile`,
    verbs: `telecharge*, telecharger, telechargement, installe*, installer, installation, reinstall*, obtenez-la, adoptez-la, recuperez-la`,
    back: `installez-la, telechargez-la, obtenez-la, adoptez-la, essayez-la, telechargez maintenant, installez maintenant`,
    inside: { before: `(dans|sur|depuis|via|avec|par|de) (l|la|notre|votre|cette|une|les)*, en ligne` },
    documents: `recu, recus, facture*, releve*, billet*, document*, fichier*, pdf, attestation*, certificat*, resultat*, compteur*, panneau*, contrat*, formulaire*, candidature*, photo*, rien a installer, rien a telecharger, sans (installer|telecharger|installation|telechargement), tarif*`,
    phrases: `(telechargement|installation) de (l'|notre |votre |cette |la )(nouvelle )?(appli|application), (telecharge*|installe*) ~ (gagne*|bonus|cadeau|recompense*|cashback), (appli|application|app) (est arrivee|est sortie|est la|enfin disponible), (obtenez|decouvrez|essayez|adoptez|utilisez) (notre |la |l'|cette )(nouvelle )?(appli|application|app), passez (a|sur) (l'|notre |la )(appli|application|app), telecharge* (la|le|les) (maintenant|gratuitement), telechargement gratuit*, telechargez maintenant, (telechargez|installez) (et|pour) (gagn*|recev*|profit*|jou*), lien de telechargement, scannez ~ telecharg*, disponible (sur|pour) (android|ios|iphone), notre (nouvelle )?(appli|application|app) (mobile|android|ios|gratuite)`,
    stores: `${stores}, (magasin|boutique) d'(applis|applications|apps)`,
    payment: `paiement*, paye, payes, achat*, carte* cadeau*, recu de, rembours*, abonnement*, preleve*, bon d'achat, debite*`,
  },
  {
    language: 'pt',
    script: 'Latin',
    apps: `aplicativo, aplicativos, app, apps, aplicacao, aplicacoes, software, programa (no|para o|de) (seu |teu )*(computador|celular|telemovel)`,
    verbs: `baixe, baixar, baixado, baixada, baixados, instalado, instalada, baixem, baixe-o, baixando, instale, instalar, instalem, instale-o, descarregue, descarregar, descarregue-a, reinstal*, download, downloads, faca o download`,
    back: `baixe-o, instale-o, baixe ja, baixe agora, baixe gratis, instale agora, descarregue-a, instale e`,
    inside: { before: `(no|na|pelo|pela|em|com|do|da|dentro do|dentro da|via) (nosso|nossa|seu|sua)*` },
    documents: `recibo*, fatura*, extrato*, boleto*, bilhete*, ingresso*, documento*, arquivo*, pdf, certidao, certificado*, comprovante*, resultado*, contador*, painel, paineis, contrato*, formulario*, vacina*, foto*, segunda via, nada para (instalar|baixar), sem (instalar|baixar)`,
    phrases: `(download|instalacao) (do|da|de) (nosso |nossa |novo |nova )*(app|aplicativo|aplicacao), (baixe|instale|descarregue) ~ (ganhe|bonus|premio*|cashback|brinde), (baixe|instale|descarregue|busque|procure|encontre) ~ (app|aplicativo|play store|loja), (app|aplicativo) (novo|gratis|gratuito|oficial) ~ (baix*|instal*|download|loja|celular|ganh*), (tenha|pegue|leve|garanta) (o |a |nosso |novo )*(app|aplicativo), (app|aplicativo) (chegou|ja chegou|esta no ar), (obtenha|conheca|experimente|use|adquira) (o |a )?(nosso |nossa |novo |nova )*(aplicativo|app), (mude|passe|migre|troque) para (o|a) (nosso |nova |novo )*(aplicativo|app|aplicacao), (baixe|instale|descarregue) (agora|ja|gratis|hoje), (baixe|instale|descarregue) e (ganhe|receba|jogue), download gratis, link (de|para) download, link para baixar, (para|no) (android|iphone) , nosso (novo )?(app|aplicativo) (movel|gratis|android)`,
    stores: `${stores}, loja de (apps|aplicativos|aplicacoes)`,
    payment: `pagamento*, pago, compra, compras, comprou, vale-?presente, vale, gift card*, recibo*, reembolso*, assinatura*, cobranca*, debitad*`,
  },
  {
    language: 'sw',
    script: 'Latin',
    apps: `app, apps, aplikesheni, aplikeshen, programu`,
    verbs: `pakua, ipakue, ipakueni, pakueni, kupakua, upakue, sakinisha, isakinishe, sakinisheni, kusakinisha, usakinishe, shusha, ishushe, install, download`,
    back: `ipakue, isakinishe, ipakueni, pakua sasa, pakua bure, ishushe, isakinisheni`,
    inside: {
      before: `(ndani ya|kwenye|katika|kutoka|kupitia|kwa)`,
      after: `(ndogo|ya (chanjo|mafunzo|elimu|afya|kinga|ukarabati))`,
    },
    documents: `risiti*, bili, ankara*, taarifa*, tiketi*, faili*, pdf, cheti, vyeti, ripoti*, majibu, mita, fomu, picha, sola, hakuna cha (kusakinisha|kupakua), bila (kupakua|kusakinisha)`,
    phrases: `(pakua|ipakue|sakinisha|isakinishe) ~ (ushinde|bonasi|zawadi|upate pesa|ujishindie), (weka|jipatie|pata|tumia|jaribu) (app|aplikesheni|programu) (yetu|mpya|ya bure), (app|aplikesheni) (yetu |mpya )*(imefika|imetoka|ipo tayari), (pata|jaribu|tumia) (app|aplikesheni) (yetu|mpya), app yetu (mpya )?(bure|ya simu), hamia (kwenye )?(app|programu|aplikesheni), (pakua|sakinisha) (sasa|bure|leo), pakua (na )?(ushinde|upate|ucheze), kiungo cha kupakua, linki ya kupakua, (kwa|kwenye) (android|iphone)`,
    stores: `${stores}, duka la (app|programu|aplikesheni)`,
    payment: `malipo*, umelipa, kulipa, ununuzi, risiti*, vocha*, kadi ya zawadi, rejesho, zimepokelewa, yamepokelewa`,
  },
  {
    language: 'ha',
    script: 'Latin',
    apps: `app, apps, manhaj*, aikace-aikace*`,
    verbs: `sauke, saukar da, sauke shi, sauke ta, sauko da, saukewa, girka, girke, girkawa, dora wa waya, shigar da app, download, install, zazzage`,
    back: `(girka|sauke|saukar da|zazzage) (shi|ta|ita), sauke yanzu, girka yanzu`,
    inside: { before: `(a cikin|cikin|daga|ta|a) (wannan)*` },
    documents: `rasit*, lissafi*, bayanin asusu*, bayani-nov*, tikiti*, fayil na, pdf, takarda*, satifiket*, sakamako*, mita, na'ura*, babu abin da za (ku|a) girka, ba tare da (saukewa|girkawa)`,
    phrases: `(sauke|girka|zazzage) ~ (ci kyauta|samu kyauta|bonus|ku samu|ka samu|lashe), (app|manhaja*) ~ (ta fito|ya fito|ya zo|ta zo) ~ (girka|sauke|samu), (samu|sami|gwada|yi amfani da) (sabuwar |sabon )?(app din*|manhajar|manhajarmu), koma (manhajar|app), (sauke|girka) (yanzu|kyauta|yau), ana samu ~ (android|iphone), hanyar saukewa, mahadar saukewa`,
    stores: `${stores}, (kantin|shagon) (app|manhaja*)`,
    payment: `biya, biyan, an karbi, mun karbi, sayi, sayan, rasit*, katin kyauta, mayar da kudi`,
  },
]
