// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { KnownStory as Known } from '../../../../src/contract.ts'
import { KnownStory } from '../../../../renderer/add/known-story.tsx'
import type { Choice } from '../../../../renderer/state/import-choice.ts'
import { articleId, row } from '../state/fake-library.ts'

const first: Known = { summary: row(1), by: 'address', likeness: 0.929 }
const second: Known = { summary: row(2), by: 'words', likeness: 1 }

let root: Root
let chosen: Choice[]

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.querySelector('div')!)
  chosen = []
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
})

function show(known: readonly Known[], choice: Choice): void {
  act(() => root.render(<KnownStory known={known} choice={choice} onChoose={(one) => chosen.push(one)} />))
}

function sentence() {
  return document.querySelector('.known-story')?.textContent
}

function option(text: string): HTMLInputElement {
  const label = [...document.querySelectorAll('label')].find((one) => one.textContent?.startsWith(text))
  return label!.querySelector('input')!
}

test('the story that is there is named, and how it is known', () => {
  show([first], { kind: 'version', of: articleId(1) })
  expect(sentence()).toBe(
    'You have this story: Story 1, added 12 January 2026. It came from the same address; 92 % of the text is the same.',
  )
  show([{ ...first, by: 'bytes' }], { kind: 'same', of: articleId(1) })
  expect(sentence()).toContain('It is the same file.')
  show([{ ...first, by: 'likeness' }], { kind: 'version', of: articleId(1) })
  expect(sentence()).toContain('92 % of the text is the same.')
})

test('one of three is chosen, and another can be', () => {
  show([first], { kind: 'version', of: articleId(1) })
  expect(option('A new version').checked).toBe(true)
  act(() => option('It is the same').click())
  act(() => option('A separate article').click())
  expect(chosen).toEqual([{ kind: 'same', of: articleId(1) }, { kind: 'separate' }])
})

test('of several stories another can be meant, and what is likely for that one is chosen', () => {
  show([first, second], { kind: 'version', of: articleId(1) })
  const select = document.querySelector('select')!
  act(() => {
    select.selectedIndex = 1
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  expect(chosen).toEqual([{ kind: 'same', of: articleId(2) }])
})
