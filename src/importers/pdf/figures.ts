/** A number as tables have them: with its currency, per cent, brackets, or a dash for none. */
export const figures = /^(?=.*\d|[-–—]$)[\p{Sc}\d.,%()+\-–—\s]+$/u
