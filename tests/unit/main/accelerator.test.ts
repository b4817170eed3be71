import { expect, test } from 'vitest'
import { acceleratorOf } from '../../../main/accelerator.ts'

test('keys are written as Electron’s menus write them', () => {
  expect(acceleratorOf('Mod+Shift+B')).toBe('CmdOrCtrl+Shift+B')
  expect(acceleratorOf('Mod+,')).toBe('CmdOrCtrl+,')
  expect(acceleratorOf('Mod++')).toBe('CmdOrCtrl+Plus')
  expect(acceleratorOf('Shift+ArrowDown')).toBe('Shift+Down')
  expect(acceleratorOf('F8')).toBe('F8')
})

test('what a menu can’t show, it does not', () => {
  for (const keys of ['ک', 'Mod+é', 'Alt+H', 'Other+H', 'MediaPlay', '']) {
    expect(acceleratorOf(keys)).toBeNull()
  }
})
