/**
 * A rollup plugin: functions of a file become arrow functions in front of everything else, where they are as early as declarations
 * are. Each is some ten bytes shorter then. Left as they are: what is constructed, and what has a `this` of its own.
 */
export function arrows() {
  return {
    name: 'arrows',
    renderChunk(code) {
      const { body } = this.parse(code)
      const constructed = new Set(code.match(/(?<=\bnew )[\w$]+|[\w$]+(?=\.prototype\b)/g))
      const moved = body.filter(
        (node) =>
          node.type === 'FunctionDeclaration' &&
          !node.generator &&
          !constructed.has(node.id.name) &&
          !node.params.some(hasThis) &&
          !hasThis(node.body),
      )
      const text = ({ start, end }) => code.slice(start, end)
      const arrow = ({ id, params, body: inside, async }) =>
        `${id.name} = ${async ? 'async ' : ''}(${params.map(text).join(', ')}) => ${text(inside)}`
      const rest = moved.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), code)
      const directives = body.findIndex((node) => !node.directive)
      const from = directives > 0 ? body[directives - 1].end : 0
      const first = moved.length > 0 ? `\nconst ${moved.map(arrow).join(',\n')};\n` : ''
      return { code: rest.slice(0, from) + first + rest.slice(from), map: null }
    },
  }
}

/** Whether that code means its own caller; functions and classes within mean theirs. */
function hasThis(node) {
  if (!node || typeof node !== 'object') return false
  if (Array.isArray(node)) return node.some(hasThis)
  if (/^(FunctionExpression|FunctionDeclaration|ClassBody)$/.test(node.type)) return false
  if (/^(ThisExpression|Super|MetaProperty)$/.test(node.type) || node.name === 'arguments') return true
  return Object.values(node).some(hasThis)
}
