/**
 * Reads a filter. The grammar, `or` binding weakest:
 *
 *     or        = and { 'or' and }
 *     and       = not { 'and' not }
 *     not       = 'not' not | '(' or ')' | predicate
 *     predicate = operand ( comparison operand
 *                         | ['not'] 'in' '(' operand { ',' operand } ')'
 *                         | ['not'] ( 'like' | 'ilike' ) operand
 *                         | ['not'] 'between' operand 'and' operand
 *                         | 'is' ['not'] 'null'
 *                         | nothing )
 *     operand   = field | text | number | 'true' | 'false'
 *
 * It is that of SQL's conditions, as far as it goes.
 */
import { FilterError, shortened } from './problem.ts'
import type { Expression, Operand, Place } from './syntax.ts'
import { type Keyword, type Token, tokensOf } from './tokens.ts'

/** Of parentheses and nots in each other. Deeper ones would be nobody's writing, and fill the stack. */
const maxDepth = 100

/** @param text not empty @throws FilterError */
export function parse(text: string): Expression {
  return new Parser(text, tokensOf(text)).whole()
}

class Parser {
  private readonly text: string
  private readonly tokens: readonly Token[]
  private at = 0
  private depth = 0

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text
    this.tokens = tokens
  }

  whole(): Expression {
    const expression = this.either()
    const { token } = this
    if (token.kind === 'end') return expression
    if (token.kind === ')') throw new FilterError('This parenthesis closes none that was opened.', token)
    throw new FilterError(`“${this.words(token)}” is not expected here: conditions are joined by and, or.`, token)
  }

  private either(): Expression {
    return this.joined('or', () => this.joined('and', () => this.inverted()))
  }

  private joined(word: 'and' | 'or', next: () => Expression): Expression {
    const first = next()
    if (!this.isKeyword(word)) return first
    const terms = [first]
    while (this.isKeyword(word)) {
      this.at += 1
      terms.push(next())
    }
    return { kind: word, terms, ...around(first, terms.at(-1) ?? first) }
  }

  private inverted(): Expression {
    const { token } = this
    if (this.isKeyword('not')) {
      this.at += 1
      const term = this.deeper(token, () => this.inverted())
      return { kind: 'not', term, ...around(token, term) }
    }
    if (token.kind !== '(') return this.predicate()
    this.at += 1
    const inside = this.deeper(token, () => this.either())
    const close = this.token
    if (close.kind !== ')') {
      throw new FilterError(
        close.kind === 'end'
          ? 'A parenthesis was opened here, and is not closed.'
          : `“${this.words(close)}” is not expected here: a parenthesis is still open, and conditions are joined by and, or.`,
        close.kind === 'end' ? token : close,
      )
    }
    this.at += 1
    return { ...inside, ...around(token, close) }
  }

  private deeper<T>(place: Place, work: () => T): T {
    this.depth += 1
    if (this.depth > maxDepth) throw new FilterError(`More than ${maxDepth} parentheses and nots in each other cannot be read.`, place)
    const result = work()
    this.depth -= 1
    return result
  }

  private predicate(): Expression {
    const operand = this.operand('a field')
    const { token } = this
    if (token.kind === 'comparison') {
      this.at += 1
      const right = this.operand('a value')
      return { kind: 'compare', operator: token.operator, left: operand, right, ...around(operand, right) }
    }
    if (this.isKeyword('is')) return this.isNull(operand)
    const negated = this.isKeyword('not')
    if (negated) this.at += 1
    const word = this.token
    if (word.kind === 'keyword') {
      if (word.word === 'in') return this.membership(operand, negated)
      if (word.word === 'like' || word.word === 'ilike') {
        this.at += 1
        const pattern = this.operand('a pattern')
        return { kind: 'like', operand, pattern, ignoreCase: word.word === 'ilike', negated, ...around(operand, pattern) }
      }
      if (word.word === 'between') return this.between(operand, negated)
    }
    if (negated) throw new FilterError('After “not”, in, like, ilike or between is expected here.', this.token)
    return { kind: 'truth', operand, start: operand.start, end: operand.end }
  }

  private isNull(operand: Operand): Expression {
    this.at += 1
    const negated = this.isKeyword('not')
    if (negated) this.at += 1
    const { token } = this
    if (!this.isKeyword('null')) throw new FilterError('“is” is followed by null or not null.', token, 'null')
    this.at += 1
    return { kind: 'isNull', operand, negated, ...around(operand, token) }
  }

  private membership(operand: Operand, negated: boolean): Expression {
    this.at += 1
    const open = this.token
    if (open.kind !== '(') throw new FilterError("“in” is followed by values in parentheses: in ('a', 'b').", open)
    this.at += 1
    const values: Operand[] = []
    for (;;) {
      values.push(this.operand('a value'))
      const { token } = this
      if (token.kind === ')') {
        this.at += 1
        return { kind: 'in', operand, values, negated, ...around(operand, token) }
      }
      if (token.kind !== ',') {
        throw new FilterError(
          'The values after “in” are separated by commas, and end with a parenthesis.',
          token.kind === 'end' ? open : token,
        )
      }
      this.at += 1
    }
  }

  private between(operand: Operand, negated: boolean): Expression {
    this.at += 1
    const low = this.operand('a value')
    const { token } = this
    if (!this.isKeyword('and')) throw new FilterError('“between” is followed by two values: between 1 and 10.', token)
    this.at += 1
    const high = this.operand('a value')
    return { kind: 'between', operand, low, high, negated, ...around(operand, high) }
  }

  private operand(what: string): Operand {
    const { token } = this
    const { start, end } = token
    this.at += 1
    switch (token.kind) {
      case 'name':
        return { kind: 'field', name: token.name, quoted: token.quoted, start, end }
      case 'text':
        return { kind: 'literal', value: token.text, start, end }
      case 'number':
        return { kind: 'literal', value: token.value, start, end }
      case 'keyword':
        if (token.word === 'true' || token.word === 'false') return { kind: 'literal', value: token.word === 'true', start, end }
        if (token.word === 'null') {
          throw new FilterError('Nothing is equal to null, not even null: write “is null” or “is not null”.', token)
        }
        throw new FilterError(
          `“${token.word}” is a word of the filter language; ${what} is expected here. A field of that name is written "${token.word}".`,
          token,
        )
      case 'end':
        throw new FilterError(`The filter ends where ${what} is expected.`, token)
      default:
        throw new FilterError(`“${this.words(token)}” is not expected here, but ${what}.`, token)
    }
  }

  private get token(): Token {
    // The last one is the end, which nothing takes.
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as Token
  }

  private isKeyword(word: Keyword): boolean {
    return this.token.kind === 'keyword' && this.token.word === word
  }

  private words({ start, end }: Place): string {
    return shortened(this.text.slice(start, end))
  }
}

const around = (first: Place, last: Place): Place => ({ start: first.start, end: last.end })
