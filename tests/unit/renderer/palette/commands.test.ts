// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { commands } from '../../../../renderer/palette/commands.ts'
import { isPressed } from '../../../../renderer/palette/keyboard.ts'

function press(key: string, held: Partial<KeyboardEventInit> = {}) {
  return new KeyboardEvent('keydown', { key, ...held })
}

test('no two commands answer to the same key or the same name', () => {
  const keys = commands.flatMap((command) => command.keys)
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
  expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length)
})

test('a letter alone is not the letter with a modifier', () => {
  expect(isPressed('h', press('h'))).toBe(true)
  expect(isPressed('h', press('h', { ctrlKey: true }))).toBe(false)
  expect(isPressed('h', press('H', { shiftKey: true }))).toBe(false)
  expect(isPressed('Mod+Z', press('z', { ctrlKey: true }))).toBe(true)
  expect(isPressed('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false)
  expect(isPressed('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true)
})

test('a sign is meant however the keyboard makes it', () => {
  expect(isPressed('?', press('?', { shiftKey: true }))).toBe(true)
  expect(isPressed('?', press('?'))).toBe(true)
  expect(isPressed('Mod++', press('+', { ctrlKey: true, shiftKey: true }))).toBe(true)
})

test('letters work on a keyboard of another script', () => {
  expect(isPressed('j', press('ت', { code: 'KeyJ' }))).toBe(true)
})
