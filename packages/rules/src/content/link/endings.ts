/** How much it takes until a word after a dot counts as a top-level domain. */
export interface DomainEndings {
  /** Count by themselves: hardly a word of a served language, and in wide use. */
  readonly plain: readonly string[]
  /** Count only with a path, a prefix or a subdomain: endings of file names. */
  readonly files: readonly string[]
  /** Count also when blanks or words stand for the dot. */
  readonly spoken: readonly string[]
  /** Second levels that make an ending with a country behind them: `co.ke`. */
  readonly secondLevels: readonly string[]
  /** Words before a dot that are abbreviations and no names of sites. */
  readonly abbreviations: readonly string[]
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** What is known of top-level domains beyond the public suffix list. Endings that are not named count with a cue: `at flipkart.in`. */
export const domainEndings: DomainEndings = {
  plain: words(`
    com net org info biz xyz io co app dev online website site shop store club vip icu top link click mobi tech tv cc ly gl gg gd fm
    edu gov asia cyou buzz casino poker porn sex adult xxx webcam dating bid wang cfd sbs lol wiki bet win
    ke ng tz ug gh rw zm zw bw mw mz cd cg cm sn bf bj tg gn gq gw gm sl lr mr ml td cf dj er km mg sc ls sz ly tn dz eg sd ss cv
    uk fr br pk bd cn hk tw jp kr sg ph vn th lk np af ir iq sy jo lb ye qa bh kw tr ru ua kz uz mx ar cl ve ec nl ch pl cz sk hu ro
    bg gr dk fi lt lv ee hr ge az kg tj tm mn mm kh ws tk nu pw`),
  files: words('zip mov md py rs sh ps pl cab so ms mp ai cs js ts doc foo bar gdn name'),
  spoken: words(
    'com net org info biz xyz co app io online site shop store website link top vip icu ke ng tz ug gh et za',
  ),
  secondLevels: words(
    'co com or org ac go gov gob edu net ne mil sch info web biz ltd plc gouv gv nom asso school sc id ed go',
  ),
  abbreviations: words(`
    dr mr mrs ms mx prof st sr sra sto sta no nr na lamba tel ext vs etc eng rev hon inc ltd pvt govt dept approx min max avg jan feb mar apr jun
    jul aug sep sept oct nov dec mon tue wed thu fri sat sun seg ter qua qui sex lun mar mer jeu ven sam dim kg km cm mm mg ml fig vol
    pp pg ref acc acct amt qty bal mob ph dkt bw bi mch mt mal alh hajj mme mlle m me mgr av ave bd blvd rd ln apt bldg fl rm ste
    art al cf ibid op cit ie eg p pm am hr hrs sec mins wk yr ft sq lb oz pt vs dra eng d s sgt cpt lt col gen maj rs ksh tsh ush kes tzs ngn usd
    phd bsc msc mba llb md b.sc nos lda ltda sa sarl cia adm gral cel`),
}
