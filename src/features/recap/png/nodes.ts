import type { Node } from '@takumi-rs/core';
import { INK } from '../theme.ts';
import { type Fitted, lineHeight, PAGE_WIDTH } from './layout.ts';

type Style = NonNullable<Node['style']>;
interface Size {
  readonly width: number;
  readonly height: number;
}

export const box = (style: Style, ...children: Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', ...style },
  children,
});

/** A box over the whole width of the page. */
export const block = (place: { top: number; height: number }, style: Style, ...children: Node[]): Node =>
  box({ position: 'absolute', left: 0, width: PAGE_WIDTH, ...place, ...style }, ...children);

/** A page of a picture. */
export const page = (height: number, ...children: Node[]): Node =>
  box(
    { width: PAGE_WIDTH, height, backgroundColor: '#ffffff', fontFamily: 'Inter', color: INK },
    ...children,
  );

/** One line of text, half bold. */
export const text = (content: string, fontSize: number, style: Style = {}): Node => ({
  type: 'text',
  text: content,
  style: {
    fontSize,
    lineHeight: `${lineHeight(fontSize)}px`,
    whiteSpace: 'nowrap',
    fontWeight: 600,
    ...style,
  },
});

export const lines = (fitted: Fitted, style: Style = {}): Node[] =>
  fitted.lines.map((line) => text(line, fitted.size, style));

export const image = (src: string, size: Size, style: Style = {}): Node => ({
  type: 'image',
  src,
  ...size,
  style: { ...size, ...style },
});
