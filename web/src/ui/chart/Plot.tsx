import { VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import classes from './chart.module.css'
import type { Drawn } from './model'
import { Reading, readingOf } from './Reading'
import { Shapes } from './Shapes'
import { formats, labelled, middleOf, pointAt, stackTotal, ticksTo } from './scale'

const HEIGHT = 152
/** The average width of a character of a label, which is digits for the most part. */
const CHARACTER = 6.6
const LABEL_GAP = 18

/** Axes, gridlines and shapes. Arrow keys and the pointer select a point, whose values are shown. */
export function Plot({ chart }: { chart: Drawn }) {
  const { ref, width } = useElementSize()
  const [selected, setSelected] = useState<number | null>(null)
  const [spoken, setSpoken] = useState('')
  const { points, unit } = chart
  const ticks = ticksTo(Math.max(...points.map((point) => maximumOf(chart, point))), unit)
  const top = ticks.at(-1) ?? 1
  const y = (value: number) => HEIGHT * (1 - value / top)
  const current = selected === null ? undefined : points[selected]

  function onKeyDown(event: KeyboardEvent) {
    const next = moved(event.key, selected, points.length)
    if (next === undefined) return
    event.preventDefault()
    setSelected(next)
    const point = next === null ? undefined : points[next]
    setSpoken(point ? readingOf(chart, point) : '')
  }
  function onPointer(event: PointerEvent) {
    const { left } = event.currentTarget.getBoundingClientRect()
    setSelected(pointAt(event.clientX - left, points.length, width))
  }

  return (
    <div className={classes.plot}>
      <div className={classes.ticks} style={{ height: HEIGHT }} aria-hidden>
        {ticks.map((tick) => (
          <span key={tick} style={{ translate: `0 ${y(tick)}px` }}>
            {formats[unit](tick)}
          </span>
        ))}
      </div>
      {/* An application, so that screen readers leave the arrow keys to the chart. */}
      <div
        ref={ref}
        role="application"
        aria-label={`${chart.label}. Use the arrow keys to read each point.`}
        aria-roledescription="chart"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the points are read with the arrow keys
        tabIndex={0}
        className={classes.area}
        style={{ height: HEIGHT }}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setSelected(null)}
        onBlur={() => setSelected(null)}
      >
        {width > 0 && (
          <svg width={width} height={HEIGHT} aria-hidden>
            {ticks.map((tick) => (
              <line key={tick} className={classes.grid} x2={width} y1={y(tick)} y2={y(tick)} />
            ))}
            {selected !== null && (
              <rect
                className={classes.selection}
                x={(selected * width) / points.length}
                width={width / points.length}
                height={HEIGHT}
              />
            )}
            <Shapes {...{ chart, width, y, selected }} />
          </svg>
        )}
        {current && selected !== null && (
          <Reading
            chart={chart}
            point={current}
            x={middleOf(selected, points.length, width)}
            width={width}
          />
        )}
      </div>
      {width > 0 && <TimeAxis labels={points.map(({ at }) => at)} width={width} />}
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </div>
  )
}

function TimeAxis({ labels, width }: { labels: string[]; width: number }) {
  const room = Math.max(...labels.map((label) => label.length)) * CHARACTER + LABEL_GAP
  const inside = (x: number) =>
    Math.min(width - room / 2 + LABEL_GAP, Math.max(room / 2 - LABEL_GAP, x))
  return (
    <div className={classes.times} aria-hidden>
      {labelled(labels.length, width, room).map((index) => (
        <span key={index} style={{ left: inside(middleOf(index, labels.length, width)) }}>
          {labels[index]}
        </span>
      ))}
    </div>
  )
}

const maximumOf = ({ kind }: Drawn, { values, before }: Drawn['points'][number]) =>
  Math.max(
    before ?? 0,
    kind === 'bars' ? stackTotal(values) : Math.max(...values.map((one) => one ?? 0)),
  )

/** The point that a key selects: null for none, undefined if the key does not concern the chart. */
function moved(key: string, from: number | null, count: number): number | null | undefined {
  if (key === 'ArrowLeft') return from === null ? count - 1 : Math.max(0, from - 1)
  if (key === 'ArrowRight') return from === null ? 0 : Math.min(count - 1, from + 1)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return key === 'Escape' && from !== null ? null : undefined
}
