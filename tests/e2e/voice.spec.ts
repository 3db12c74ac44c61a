import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import { type Recording, recordingsOf, silencesOf, type TimeSpan } from '#domain/speech.ts';
import { assemble, RATE, type Sound, writeWav } from './speech-wav.ts';
import { loudnessOf, playable, type StoredVoice, seek, shiftBetween, storedVoice } from './voice-log.ts';
import { editorReady, expect, type Page, test } from './workbench.ts';

/** Two pauses of more than two seconds, the second full of keyboard noise. */
const SOUND = assemble([{ quiet: 1 }, 1, { quiet: 2.4 }, 4, { typing: 3 }, 3, { quiet: 1.5 }]);

function hearing(file: string, options: LaunchOptions): LaunchOptions {
  const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  return { ...options, args: [...(options.args ?? []), ...fake, `--use-file-for-fake-audio-capture=${file}`] };
}

const stopButton = (page: Page) => page.getByRole('button', { name: 'Stop recording' });

async function openProblem(page: Page, baseURL: string | undefined): Promise<void> {
  await page.goto(`${baseURL}#/problems/roc-auc`);
  await editorReady(page);
}

async function record(page: Page): Promise<void> {
  await page.keyboard.press('Alt+R');
  const consent = page.getByRole('dialog', { name: 'Record your voice' });
  await expect(consent).toContainText('stays on this machine');
  await consent.getByRole('button', { name: 'Record' }).click();
  await expect(stopButton(page)).toBeVisible();
}

function recordingIn({ events }: StoredVoice): Recording {
  const [recording] = recordingsOf(events);
  if (recording === undefined) throw new Error('Nothing was recorded.');
  return recording;
}

const moved = ({ from, to }: TimeSpan, by: number): TimeSpan => ({ from: from + by, to: to + by });

/** Holds what was heard against what was spoken, of which only what lies within the recording counts. */
function compare(recording: Recording, spoken: readonly TimeSpan[]): void {
  const truth = spoken
    .map(({ from, to }) => ({ from: Math.max(from, recording.from), to: Math.min(to, recording.to) }))
    .filter(({ from, to }) => to > from);
  const pauses = truth.slice(1).map(({ from }, i) => ({ from: truth[i]?.to ?? 0, to: from }));
  expect(pauses.length).toBeGreaterThanOrEqual(2);
  const found = silencesOf(recording);
  for (const pause of pauses) {
    const near = found.find(({ from, to }) => Math.abs(from - pause.from) < 400 && Math.abs(to - pause.to) < 400);
    const seen = [pause, ...found].map((span) => moved(span, -recording.from));
    expect(near, `the first of these is among the others: ${JSON.stringify(seen)}`).toBeDefined();
  }
  const share = (spans: readonly TimeSpan[]): number =>
    spans.reduce((sum, { from, to }) => sum + to - from, 0) / (recording.to - recording.from);
  expect(Math.abs(share(recording.speech) - share(truth))).toBeLessThan(0.05);
}

/** The last chunk is handed over after the stop. */
function isComplete({ events, chunks }: StoredVoice): boolean {
  const stop = events.find(({ type }) => type === 'recording-stopped');
  return stop !== undefined && chunks.some(({ at }) => at >= stop.at);
}

/** The sound's loudness as `loudnessOf` gives it. */
function loudness({ samples }: Sound): number[] {
  const step = RATE / 20;
  return Array.from({ length: Math.floor(samples.length / step) }, (_, i) => {
    const part = samples.subarray(i * step, (i + 1) * step);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
  });
}

test('speech is told from pauses and from typing, at its true times', async ({
  playwright,
  launchOptions,
  baseURL,
}, testInfo) => {
  const file = testInfo.outputPath('speech.wav');
  writeWav(file, SOUND);
  const browser = await playwright.chromium.launch(hearing(file, launchOptions));
  const page = await browser.newPage();
  await openProblem(page, baseURL);
  await record(page);
  await expect(page.getByText(/^(Speaking|Silence)$/)).toBeVisible();
  await expect(stopButton(page)).toContainText(/00:(1[89]|2\d)/);
  await stopButton(page).click();
  await page.getByRole('button', { name: 'Voice settings and figures' }).click();
  await expect(page.getByRole('region', { name: 'Speaking in this attempt' })).toContainText('Longest silence');
  await expect.poll(() => storedVoice(page).then(isComplete)).toBe(true);

  const voice = await storedVoice(page);
  const { from } = recordingIn(voice);
  const heard = await loudnessOf(page, await playable(voice));
  const levels = voice.chunks.flatMap((chunk) => chunk.levels);
  expect(Math.abs(shiftBetween(levels, heard, 20))).toBeLessThanOrEqual(2);

  // The microphone's file starts anew when it is over, and the recording begins somewhere near its beginning.
  const played = [SOUND, SOUND, SOUND];
  const offset = shiftBetween(heard, played.flatMap(loudness), 120) / 20;
  const spoken = played
    .flatMap(({ seconds, spoken }, turn) => spoken.map((span) => moved(span, turn * seconds - offset)))
    .map((span) => ({ from: from + span.from * 1000, to: from + span.to * 1000 }));
  // On a busy machine, who listens is behind and still has to say something.
  await expect(async () => compare(recordingIn(await storedVoice(page)), spoken)).toPass();
  await browser.close();
});

test('a browser killed in mid-sentence loses less than a second of voice', async ({
  playwright,
  launchOptions,
  baseURL,
}, testInfo) => {
  const file = testInfo.outputPath('speech.wav');
  writeWav(file, SOUND);
  const profile = testInfo.outputPath('profile');
  const options = hearing(file, launchOptions);
  const first = await playwright.chromium.launchPersistentContext(profile, options);
  const page = await first.newPage();
  await openProblem(page, baseURL);
  await record(page);
  await expect(page.getByText('Speaking', { exact: true })).toBeVisible();
  await expect(stopButton(page)).toContainText(/00:(0[4-9]|1\d)/);
  const killedAt = await page.evaluate(() => performance.timeOrigin + performance.now());
  // The profile's lock names the process.
  process.kill(Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1)), 'SIGKILL');
  await first.close().catch(() => undefined);

  const second = await playwright.chromium.launchPersistentContext(profile, options);
  const reopened = await second.newPage();
  await openProblem(reopened, baseURL);
  const voice = await storedVoice(reopened);
  const recording = recordingIn(voice);
  expect(recording.stopped).toBeNull();
  expect(recording.speech).not.toEqual([]);
  const { duration, position } = await seek(reopened, await playable(voice), 2);
  expect(recording.from + duration * 1000).toBeGreaterThan(killedAt - 1000);
  expect(position).toBeCloseTo(2, 1);
  await second.close();
});

test('a microphone that is refused, or taken away, is said at once', async ({ playwright, launchOptions, baseURL }) => {
  const device = '--use-fake-device-for-media-stream';
  const browser = await playwright.chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), device] });
  const context = await browser.newContext();
  const page = await context.newPage();
  await openProblem(page, baseURL);
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
  const said = (text: string) => page.getByRole('alert').filter({ hasText: text });
  await expect(said('The microphone is blocked for this page.')).toBeVisible();

  await context.grantPermissions(['microphone']);
  await page.evaluate(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      addEventListener('unplug', () => stream.getAudioTracks()[0]?.dispatchEvent(new Event('ended')));
      return stream;
    };
  });
  await page.keyboard.press('Alt+R');
  await expect(stopButton(page)).toBeVisible();
  await expect(said('The microphone')).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('unplug')));
  await expect(said('The microphone was taken away')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeVisible();
  await expect
    .poll(async () => (await storedVoice(page)).events.find((event) => event.type === 'recording-stopped'))
    .toMatchObject({ reason: 'lost' });
  await browser.close();
});
