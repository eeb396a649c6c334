import { curl } from './curl.ts'
import { go } from './go.ts'
import { java } from './java.ts'
import { node } from './node.ts'
import { php } from './php.ts'
import { python } from './python.ts'
import type { SnippetLanguage } from './snippet.ts'

/** In the order of the menu. */
export const languages: readonly SnippetLanguage[] = [curl, node, java, php, go, python]
