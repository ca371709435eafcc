// Make the signs of forces from milsymbol (npm install milsymbol), the APP-6 drawing library:
//
//     node make_symbols.mjs
//
// One file for each sign and side: `friend` (a frame like a box), `hostile` (a diamond), `neutral` (a square).
// Colours are words that the game replaces: FILL, EDGE and INK. No letters are drawn: not every reader of SVG
// draws them. `strategic` is our own: three missiles in the same frame.
import fs from 'node:fs'
import ms from 'milsymbol'

const SIDES = { friend: '3', hostile: '6', neutral: '4' }
const UNITS = {
  unit: '000000',
  infantry: '121100',
  mechanised: '121102',
  armour: '120500',
  artillery: '130300',
  air_defence: '130100',
  missile: '130700',
  air: '120800',
  drone: '121900'
}
const LARGER = { artillery: 1.5, missile: 1.5, air: 1.3, ship: 1.4, drone: 1.25 }
// Signs that milsymbol draws small, for they share the frame with letters there.
const ARSENAL = [[100, 78], [76, 88], [124, 88]]
  .map(([x, y]) => `M ${x - 8},124 V ${y + 7} c 0,-10 16,-10 16,0 V 124 M ${x},${y + 1} V 124`)
  .join(' ')

const larger = (svg, by) => {
  const [frame, ...signs] = svg.split('><').filter((part) => /^(path|circle)/.test(part))
  const body = signs.map((sign) => `<${sign}></${sign.split(' ')[0]}>`).join('')
  const moved = `<g transform="translate(${100 - 100 * by} ${100 - 100 * by}) scale(${by})">${body}</g>`
  return `${svg.split('><')[0]}><${frame}></${frame.split(' ')[0]}>${moved}</svg>`
}

const painted = (code) => {
  const svg = new ms.Symbol(code, { size: 100 }).asSVG()
  if (svg.includes('<text')) throw new Error(code)
  return svg
    .replace(/fill="rgb\([0-9,]+\)"/g, 'fill="FILL"')
    .replace(/stroke-width="4" stroke="black"/g, 'stroke-width="6" stroke="EDGE"')
    .replace(/stroke-width="3"/g, 'stroke-width="6"')
    .replace(/"black"/g, '"INK"')
}

for (const [side, digit] of Object.entries(SIDES)) {
  const write = (name, svg) => fs.writeFileSync(new URL(`${name}-${side}.svg`, import.meta.url), svg + '\n')
  for (const [name, entity] of Object.entries(UNITS)) {
    const svg = painted(`100${digit}100000${entity}0000`)
    write(name, LARGER[name] > 1 ? larger(svg, LARGER[name]) : svg)
  }
  write('ship', larger(painted(`100${digit}3000001202000000`), LARGER.ship))
  const frame = painted(`100${digit}100000${UNITS.unit}0000`)
  const arsenal = `<path d="${ARSENAL}" stroke-width="5" stroke="INK" fill="none" ></path>`
  write('strategic', frame.replace('</svg>', arsenal + '</svg>'))
}
