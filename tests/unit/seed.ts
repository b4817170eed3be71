import fc from 'fast-check'
import { chosenSeed } from '../seed.ts'

fc.configureGlobal({ seed: chosenSeed() })
