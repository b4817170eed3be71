import fc from 'fast-check'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
