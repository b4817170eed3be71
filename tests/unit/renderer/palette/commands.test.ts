// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { keyParts } from '../../../../src/model/keys.ts'
import { defaultSettings } from '../../../../src/model/settings.ts'
import { commands } from '../../../../renderer/palette/commands.ts'
import { keyPress } from '../../../../renderer/palette/key-press.ts'
import { refusal } from '../../../../renderer/palette/remap.ts'

test('no two commands answer to the same key or the same name', () => {
  const keys = commands.flatMap((command) => command.keys)
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
  expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length)
})

test('every key is written as it is read when it is pressed', () => {
  for (const keys of commands.flatMap((command) => command.keys)) {
    const { held, key } = keyParts(keys)
    const event = new KeyboardEvent('keydown', {
      key,
      ctrlKey: held.includes('Mod'),
      shiftKey: held.includes('Shift'),
    })
    expect(keyPress(event)).toBe(keys)
  }
})

test('no command comes with keys that could not be given to it', () => {
  const reasons = commands.flatMap(({ keys }) => keys).map((keys) => refusal(keys, defaultSettings))
  expect(reasons.filter((reason) => reason !== null)).toEqual([])
})
