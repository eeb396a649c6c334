/** A pair of RSA keys of 2,048 bits, base64 without line breaks. TEST ONLY: everybody has them. */
export interface TestKeyPair {
  /** X.509 (SPKI), as the gateway takes public keys. */
  readonly publicKey: string
  /** PKCS#8. */
  readonly privateKey: string
}

/**
 * TEST ONLY, never for anything real: these keys are published with the package. The platform signs with one of them, chosen by a
 * seed; the others may stand for clients. Decision 17.
 */
export const testKeyPairs: readonly TestKeyPair[] = [
  {
    publicKey: [
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqUHrGqmpwB1hQvQsG8FBXTaCBFyG+itCDwb+OeY50XBeyXqUsDnkzmbQ',
      'JoBpIxkYXYjh+s+fTmjm2GXftjD7xMHTfmzAW7Cyd1OZ73e1BOGzwj6gjeqKFldh1Nb3yQmd0yEEEnGxYJkulFZycSvNW7I1Tz0z',
      'yHhdVF8foA2zJAiviSbP8GYNw+isKvSwoQNA0Y4z8jifPod1kQvZ4l7wRtElJZ+Oj4yyJVDIuQV+53Gy4xFacZK5kCaLZm91uPwb',
      'rHHmDGlB6tXdyLxrASl7o9pTnZ/z1I0/95Yc373d9GPEfcpftO3vvtaurNFLMam4hwYhFIHB9GCpO1fwgJpG6QIDAQAB',
    ].join(''),
    privateKey: [
      'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCpQesaqanAHWFC9CwbwUFdNoIEXIb6K0IPBv455jnRcF7JepSw',
      'OeTOZtAmgGkjGRhdiOH6z59OaObYZd+2MPvEwdN+bMBbsLJ3U5nvd7UE4bPCPqCN6ooWV2HU1vfJCZ3TIQQScbFgmS6UVnJxK81b',
      'sjVPPTPIeF1UXx+gDbMkCK+JJs/wZg3D6Kwq9LChA0DRjjPyOJ8+h3WRC9niXvBG0SUln46PjLIlUMi5BX7ncbLjEVpxkrmQJotm',
      'b3W4/BusceYMaUHq1d3IvGsBKXuj2lOdn/PUjT/3lhzfvd30Y8R9yl+07e++1q6s0UsxqbiHBiEUgcH0YKk7V/CAmkbpAgMBAAEC',
      'ggEAOJt1xHSS89A/q7NbHys6r7CfulKxx/B4xurZUsb3dl8FLJBFM00hg5BqND5FK3pkpj+2CHqw9nnqHtyvfdETGyKSF9nKWcAW',
      'aAc7WBYqogfUZXYpn10eMsulyhfdRkzjjm2f3YVNxBdnNzBUVRpHs8+9uZMoAveSiznHK3H5hGah9aX/U+K94m+/l839S9k3+lbk',
      'QnT8ylPBZLWpwTqcK11bHMKw9O39R4BQD63NQTjsc4p5CbLu0ooCn0A3qZ4TqutuABLe8a2jRM5WRf2MN1XS2OaH27rysgsEE117',
      'cWvNpRxQZHaeAkpx+3BN/g1mYmqGUPLquKElzmq93uaGgwKBgQDWij6r3C9BRrm84BlvWqt6kasdTVUu6OQQQJakU3qRvWQGQ1pk',
      'XY4ZJPNOZw+cUVZtsWXbBsTyahWJiKBWbcVa4BRYnLi9Iwrs6MYhquCkmrUmJtpLVu/nLY4R//i4/WlX7y7S1s1mK5WpFx3+8eVJ',
      '5AkGj6/D3sOdHuErf2o9jwKBgQDJ93Mp8wgKxL+smeFAVKN43ZBI2Eyd6R3OsbUn1ftSKZyyqLcaWbezKfYJU16WgsNSFTmdU6S5',
      'SQmGTHm3SGP0r2MbafHUuhjwKD79wpqAZcghMp32QCifGEbRsSfwVOWoKkG3YlclVfoy/Z3WW0eqTeFZnkvzAXk1iEE0EgfoBwKB',
      'gQCuQ+kYTGgOC9b/dsDyVKIJk5181b4ltoLaOLykijJ7g21mMPuRnvS3s+32d3yUqvUbcQedW+hKSKVp7BLhYZT3diDQwazF5VsQ',
      'iRu3aUfELO6MKO8UV2/TRouqT1PHYABbrytHk7eQEEMm8GIrHm3zEUnLjJdm8OHQFK8uV/cCPQKBgFqhWSOM9KHocl7g2qzEjmrx',
      'egrGTXNbJc4X/sP2iQXwuGmPvkLr2bxjaw36RGrkGQQflDAeVb/zn3uNm9z8diZaAe5OV3/vVruGQ+YZyr0tb2Y+UZYsak4iVb1J',
      'czOs1TXmaIEDdznA4Dq7hnWnlnw84JAXsdtFYP/9uczE/plHAoGAZ2mJSZsNR451iBeu3tv7GxOALMux78AFK/QwjUecX/Pd00l4',
      'hcmTI60mfd2FZVf88VwkxvHRd+u3FZ97n8AbE/w3xSiuLWuUV2MyFfwyyD4Y4g1HP+zyooySrn1yins7DrtyVz3cSbqMGcuMYElW',
      'XTvxpx/NxDYzw0kgnmwKX/o=',
    ].join(''),
  },
  {
    publicKey: [
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxjj0bVwuf+R3/wBzoGVxcArvWJKUrfnTUHhJe/Fymm+IZphxgkJkdF0d',
      'sLxfO/HKfvcqagRIXKYRSSWlN48C9iDavKHSftLXcWcoGgQop6AFDDcPSPAEltcJF9Ws3nn+FUI4Loz3CUFdte9rCRzmKcyQtjyy',
      'K8kV5zDq5zzsTWCbiPHvfEW+LSUwnbnkaKKN7CKH5RGO0zwubCxkwdBNtfmWGIwxGa12pIVWyX66DufCTQLgXUNZiY92D6ogtOgQ',
      'PjUsaK5kt4kqyuX0P0fUmUQGbtQnhjzAff155Na9eUw49LOZe0u3KZw9Baw4osiDqM+CdaP0HnBh0zixx6XyNQIDAQAB',
    ].join(''),
    privateKey: [
      'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDGOPRtXC5/5Hf/AHOgZXFwCu9YkpSt+dNQeEl78XKab4hmmHGC',
      'QmR0XR2wvF878cp+9ypqBEhcphFJJaU3jwL2INq8odJ+0tdxZygaBCinoAUMNw9I8ASW1wkX1azeef4VQjgujPcJQV2172sJHOYp',
      'zJC2PLIryRXnMOrnPOxNYJuI8e98Rb4tJTCdueRooo3sIoflEY7TPC5sLGTB0E21+ZYYjDEZrXakhVbJfroO58JNAuBdQ1mJj3YP',
      'qiC06BA+NSxormS3iSrK5fQ/R9SZRAZu1CeGPMB9/Xnk1r15TDj0s5l7S7cpnD0FrDiiyIOoz4J1o/QecGHTOLHHpfI1AgMBAAEC',
      'ggEAE2u/HvvaHnOvAg/0RDHMNHMN0jrCUG1as9alNHyKgvEMhyjGbkG8/92jrA44snHVKi1jPXHf+RvYM7d5gYEEhELhy3t7WSul',
      'Kho2Rp5DsXCvLewzFi1V9cVpwakQv9dp+oE7aewrw/9ghBPKA+GN92hwgTpfJoUUHUugqDlC2a3CSqQ+TwIE6zi/kd9+aySL4eZc',
      '86mLpW91y2hhBtD9jpKE0yt5UBNlC71UzOAjZWFo4yIG8Wm9ss2M/7TurIjNSoLbfiMzmXjkRxcMLiy3dsoRr+CfZWxYmfeP/9uM',
      'pxkjMQHNWeKEyhdN/09fW6HAvr996JDeslVEtGVmbm6G/QKBgQDjSzHcoDt3u49ETIjfGtl3G2Uru1xWSECKHW81WBZDOr91Qh5u',
      'vd3kQuVW+2t5QGdhQ2d4nbjcSBM6YLUsxORcvAGXw63+pJbywsN4RfmPfGORU06NNyn33Qsqigj7OIlodrSENAqbQ6wjbFVTvRvT',
      '77AFMBa8cO623vg52EvS9wKBgQDfQdXiVCcktGtuTkdLxGXQWUgmibFrxosU+69A6GPy0QXDoslHlFtjXsd88jL6ard3s5KhinzZ',
      'fcwjjWPGJi19tmyX6fzH90HjMN43q0kuXgB0ErLNssvlM9FrU3xdjrauwdBsAZuqNPRxNPlVm28InIcA4KbNk+lyHTF8DFatMwKB',
      'gF+sTSazA5UYi+uR06MlqBfsnh9UVD+1VgVM8nyfwW83EVQIKssufHISfnqohcqaA2n7d1hb+24toHpYLqrTjdRDBuCc62ZeXXN9',
      '6816ltuA3mBTkqL6b1332zViuPkWCTDBlqZ3SWelipW2igwfc9E3+P2WClvzpWewXwfqNbBtAoGARhgFbum84GlE0X0CJWekD6X4',
      'YSEZ8xyCzjO28koEF1hI1wNk7nRFvQ0k1LW2C6k1sP9QKiewyxgT35WknbGe1rlPnuJ32tBmf034dsHwV/5rZgX43VwlZ/C871Vm',
      '1njYIkX3ifF3ThkSJfjbz2Tdl3aNbFkcBa9Ku+kugCPfksECgYEAqr7qBy7IoanDBJahxTrpe7BopGOhbhkrMiu5/SXeWcLCCF+L',
      '6QfNiiE0u7aJaQQYIoLR+yKYEkwVErvC2bsLOmLQ4HehPWMH78q9MKKpCjjwZ8O6t5GcaIUbOQ5mgodD6Jmaw7cMbEUW+ZMdJn2Z',
      'eR+yAz8ZK0/WSuuzThPnfN8=',
    ].join(''),
  },
  {
    publicKey: [
      'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqCNwNczue3sxnRMmIQqTb3+r51/Rfp5cM6qt9tdHJjOwsLnlTkfPEGo7',
      'yFd2TZskSRkMw01sYwWyr8nZ0goSY40AO1i43zB3ZkxRe5NDELfRc7cxRN8I+HoCDDbgheFIgVdKpS8Pfi9qDSUJMdZYyhX+kXJx',
      'PUW4R02y4l6ZbAUOQoxWLg31qInhcKYOcmZSd1V+jU0lxdOjexJ4sP8rwKOhuuewslTlEctFES8yOgaQ5/YJTnB791TRyyxbPBVr',
      'Or5+xItXyj5H98hEQRpAdky1hJS03/yYsNW0V6igdQN65yHGN90ijwtubD6iWAWvrOsFa+65gKUwJxCNThb22QIDAQAB',
    ].join(''),
    privateKey: [
      'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCoI3A1zO57ezGdEyYhCpNvf6vnX9F+nlwzqq3210cmM7CwueVO',
      'R88QajvIV3ZNmyRJGQzDTWxjBbKvydnSChJjjQA7WLjfMHdmTFF7k0MQt9FztzFE3wj4egIMNuCF4UiBV0qlLw9+L2oNJQkx1ljK',
      'Ff6RcnE9RbhHTbLiXplsBQ5CjFYuDfWoieFwpg5yZlJ3VX6NTSXF06N7Eniw/yvAo6G657CyVOURy0URLzI6BpDn9glOcHv3VNHL',
      'LFs8FWs6vn7Ei1fKPkf3yERBGkB2TLWElLTf/Jiw1bRXqKB1A3rnIcY33SKPC25sPqJYBa+s6wVr7rmApTAnEI1OFvbZAgMBAAEC',
      'ggEAJ9GQsuUP+2VO+Bx/VKbdCLRLITXjdqGJQ2Eh5snP2z+1kfzMTdAavQ/zjXwNE87wdnE8wQnWZ9MDILdkYuYoubO8QNG/onen',
      'Zy4ew+25nb1ymH1jaSSKytGWJ49dd8dE9QCXuGvfNuqCqo9BULCrAVzZF1frcm/O9u/zM8HkgpyC3XP+KcQ6+4wQvoYeP10KNbWB',
      '1PZ3wLiE9aUKn4OR8E9mPNTtZ2vak8QihTvag7K/ToO1b/V3S1N/co5OeyNQCj1WJTGcePkdfCkQrrSR1ILLOg5FoqyeJLoDhgAt',
      'DBPPlry9a43NdDOcdbSm31rBIoa7AdPn3wvMcYDHi896cwKBgQDrFNhsmsnHkWWH3jwGbhRjH7OSfozvhpkm3J+9V8LM3y7GL2lw',
      'kwaX7r7sW3R+QqimLoaTd/IwVbRFGfOS/gEKYCe9kkmaSddmFa+8439rvALVC9oSKBVd/VSRxmr1zqvkFaq/si38tXhqv9tYrNzd',
      'vPDGQiqOkeIcqPnUhO+00wKBgQC3GaGtD8Rk/LWFEOL4rW54COsGM5xVTXu6IbwRwullkjQ3MRXJwNrscfyMadlraCznabW6FJAj',
      'Ww0o/dNRGuA6h0lQ1igUoaLwWBqCvAnxv4PmYQj0qbr+m1I4mGNMLsK94D8l/Q7fWmbsIXqorxl455vfu/1kNcAwl36cRhsKIwKB',
      'gHjV2zVgDy4U76J6OlJ3zOTyy6QWhq0se5a9OyLhdJFIe0uF3WXvPSlloB/wFp4792KMccJlmkj8FNCcOVaqV7CUonjQNCMpp52i',
      'shWevsWK+8207N/+WJVafVj9K8ez9ykjdgRZO0g1o3MDsWUQXetgjkbqheOI2zguJ1T1DB3fAoGAU2Eksr5/XM2Hi7UI5t1zdM36',
      '2LQf+Ohz82rxTdVIm6xcgtWjamCcURgHPZnmHHcwG6GT080RZkhMUeJknIZ0nbKFvH4Jenuwy2oTiH1AugnQctS1U1UHhnIMmyEp',
      '9sNEg1re5tm6MBPm0pjcVnyGSPyPiu78kOm5P2d9jISQQ6kCgYEAkwyVX2v29VgA13TGTSEmHCHzbFNSgfIfxjrNtEk5PuJTA+nE',
      'EZvx+Txm7016UNA0X/OXmBix6CRvJ95deGbU+dVCntKWRzRDQS7Lv7FKeFLldtpqHNN17HIgVijv5SjGmWLwCirht7Wp47jKznat',
      'RZMJLp3xbrI1TFqgVTfWC5s=',
    ].join(''),
  },
]

/** The same pair for the same seed. */
export function testKeyPair(seed: number): TestKeyPair {
  const [first] = testKeyPairs
  const pair = testKeyPairs[Math.abs(Math.trunc(seed)) % testKeyPairs.length] ?? first
  if (!pair) throw new Error('Failed to choose a key: there is none. Add a pair.')
  return pair
}
