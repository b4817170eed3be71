import { test } from '@playwright/test'
import type { Anchor, Selector } from '../../src/model/selector.ts'
import { anchor } from '../../src/text/anchor.ts'
import { describe } from '../../src/text/describe.ts'
import { castShadow } from '../../src/text/shadow.ts'
import { casesOf } from '../eval/cases.ts'
import { changeWords } from '../eval/edits.ts'
import { judge } from '../eval/judge.ts'
import { kinds, passageIn } from '../eval/passages.ts'
import { plainContent } from '../eval/plain-content.ts'
import { findFor, sweepTable } from '../eval/sweep.ts'
import { table, Tally } from '../eval/table.ts'
import { track } from '../eval/tracked.ts'
import { Chance } from './chance.ts'
import { makeArticle } from './made-article.ts'
import { inTurn, printRatio, timed } from './measure.ts'

const rounds = 10

/** Notes on 100,000 words, and the text after every tenth word changed. */
function editedBook(noteCount: number): { later: string; selectors: Selector[] } {
  const chance = new Chance('a book')
  const text = madeTexts(140).join('\n\n')
  const content = plainContent(text)
  const passages = Array.from({ length: noteCount }, (_, number) =>
    passageIn(text, kinds[number % kinds.length] ?? 'word', chance),
  )
  const selectors = passages.flatMap((passage) => (passage ? [describe(content, passage, 1)] : []))
  const [passage] = passages
  if (!passage) throw new Error('there is no passage to note')
  const edited = changeWords(0.1)(track(text), { chance, other: text, passage })
  return { later: edited.text, selectors }
}

/** The English ones of so many made-up stories. */
function madeTexts(stories: number): string[] {
  return Array.from({ length: stories * 2 }, (_, number) => makeArticle(1, number).added.draft)
    .filter(({ facts }) => facts.language === 'en')
    .map(({ content }) => content.text)
    .slice(0, stories)
}

/** In a content of its own, so that nothing is kept from the round before. */
function placeAll(text: string, selectors: readonly Selector[]): Anchor[] {
  const content = plainContent(text)
  return selectors.map((selector) => anchor(content, selector))
}

for (const count of [500, 2000]) {
  test(`anchoring of ${count} notes after a 10 % edit, against a plain look for each`, async () => {
    const { later, selectors } = editedBook(count)
    console.log(`  ${later.split(/\s+/).length} words, ${selectors.length} notes`)
    const times = await inTurn(rounds, {
      ours: () => timed(async () => placeAll(later, selectors)),
      floor: () => timed(async () => selectors.map(({ exact }) => later.indexOf(exact)).length),
    })
    printRatio('all notes, the index made anew, against indexOf for each', {
      unit: 'ms',
      ...times,
      aim: null,
    })
    // A note whose words were changed: for it the text is made into an index.
    const changed = selectors.filter(({ exact }) => !later.includes(exact)).slice(0, 1)
    const first = await inTurn(rounds, {
      ours: () => timed(async () => placeAll(later, changed)),
      floor: () => timed(async () => castShadow(later)),
    })
    printRatio('the first changed note, against folding the text once', { unit: 'ms', ...first, aim: null })
  })
}

test('right and wrong finds in made-up stories, by what is asked of a place', () => {
  const texts = madeTexts(30)
  const tally = new Tally()
  const finds = texts.flatMap((text, number) => {
    const cases = [...casesOf({ id: `${number}`, text }, texts[(number + 1) % texts.length] ?? '')]
    for (const one of cases) tally.add(one.edit, judge(anchor(one.later, one.selector), one.truth))
    return cases.map(findFor).filter((find) => find !== null)
  })
  console.log(table('made-up stories', tally))
  console.log(sweepTable(finds))
})
