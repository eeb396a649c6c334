export { languages, loadWords } from '@minibell/views/words'
