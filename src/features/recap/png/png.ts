import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Renderer } from '@takumi-rs/core';
import type { Pace } from '../../../domain/pace.ts';
import type { Recap } from '../labels.ts';
import { composeSheet, sheetOf, TILES, wordsOf } from './compose.ts';
import { composePace } from './compose-pace.ts';
import { PAGE_WIDTH, type WordWidth } from './layout.ts';

const FONTS = ['400Regular', '600SemiBold'] as const;
/** The library would keep up to 64 MB of what it made; of two pictures only the tiles are the same. */
const CACHE_BYTES = 1 << 20;
const MEASURED = { fontFamily: 'Inter', fontWeight: 600, fontSize: 100, whiteSpace: 'pre' } as const;

let loaded: Promise<Renderer> | undefined;

/**
 * Draws a recap of any level as PNG pictures, 1080 pixels wide: one, or several of nearly equal length where there are more than 20
 * villages or 40 parts. Each picture is complete by itself. The library works off the event loop. The same recap gives the same bytes.
 */
export async function drawRecap(recap: Recap): Promise<readonly Uint8Array[]> {
  const sheet = sheetOf(recap);
  const renderer = await loadedRenderer();
  const pages: Uint8Array[] = [];
  // One after the other, because the library draws in the threads that Node reads files with.
  for (const { node, height } of composeSheet(sheet, await measureWords(renderer, wordsOf(sheet))))
    pages.push(await renderer.render(node, { width: PAGE_WIDTH, height, images: [...TILES], format: 'png' }));
  return pages;
}

/** Draws how fast an area progresses. */
export async function drawPace(pace: Pace): Promise<readonly Uint8Array[]> {
  const { node, height, images } = composePace(pace);
  const renderer = await loadedRenderer();
  return [await renderer.render(node, { width: PAGE_WIDTH, height, images: [...images], format: 'png' })];
}

function loadedRenderer(): Promise<Renderer> {
  loaded ??= load();
  return loaded.catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
}

/** Loads the drawing library and its fonts: some megabytes, so only when something is drawn. */
async function load(): Promise<Renderer> {
  const { Renderer } = await import('@takumi-rs/core');
  const renderer = new Renderer({ cacheMaxBytes: CACHE_BYTES });
  const { resolve } = createRequire(import.meta.url);
  for (const font of FONTS) {
    await renderer.registerFont(
      await readFile(resolve(`@expo-google-fonts/inter/${font}/Inter_${font}.ttf`)),
    );
  }
  return renderer;
}

async function measureWords(renderer: Renderer, words: readonly string[]): Promise<WordWidth> {
  const children = words.map((text) => ({ type: 'text' as const, text }));
  const style = { ...MEASURED, display: 'flex', flexDirection: 'column', alignItems: 'flex-start' } as const;
  const measured = await renderer.measure({ type: 'container', style, children }, { width: 100_000 });
  const widths = new Map(words.map((word, i) => [word, measured.children[i]!.width]));
  return (word) => widths.get(word)!;
}
