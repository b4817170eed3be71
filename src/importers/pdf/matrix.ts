import type { Point } from './run.ts'

/** Six numbers that turn, stretch and shift points, in PDF's order. */
export type Matrix = readonly number[]

/** The matrix that does what the second does, and then the first. */
export function multiply(m: Matrix, n: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Where a point comes to lie. */
export function moved([x, y]: Point, matrix: Matrix): Point {
  const [, , , , left = 0, top = 0] = multiply(matrix, [1, 0, 0, 1, x, y])
  return [left, top]
}
