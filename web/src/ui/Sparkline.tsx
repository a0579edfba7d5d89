import { lineThrough, middleOf } from './chart/scale'
import classes from './Sparkline.module.css'

const [WIDTH, HEIGHT] = [72, 24]

/** The course of a figure beside it, from zero to its maximum; nothing if all values are zero. Decoration. */
export function Sparkline({ values }: { values: (number | null)[] }) {
  const top = Math.max(...values.map((value) => value ?? 0))
  if (top <= 0) return null
  const { path, alone } = lineThrough(
    values.map((value, index) =>
      value === null
        ? null
        : {
            x: middleOf(index, values.length, WIDTH),
            y: HEIGHT - 1 - (HEIGHT - 2) * (value / top),
          },
    ),
  )
  return (
    <svg className={classes.sparkline} width={WIDTH} height={HEIGHT} aria-hidden>
      <path d={path} />
      {alone.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={1.5} />
      ))}
    </svg>
  )
}
