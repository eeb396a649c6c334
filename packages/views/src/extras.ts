export { stepOf } from './list/step.ts'
export { sentenceOf } from './message/outcome.ts'
export { choicesEnglish } from './words/choices-english.ts'
