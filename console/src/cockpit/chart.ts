import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { onBeforeUnmount, onMounted, type Ref, watch } from 'vue';

use([
  ...[BarChart, LineChart],
  ...[GridComponent, LegendComponent, TooltipComponent, CanvasRenderer],
]);

/** Draws into an element, anew whenever what is drawn or the room for it changes. */
export function useChart(
  element: Readonly<Ref<HTMLElement | null>>,
  option: Ref<EChartsCoreOption>,
  picked: (index: number) => void,
): void {
  let chart: ReturnType<typeof init> | undefined;
  let observer: ResizeObserver | undefined;

  onMounted(() => {
    if (!element.value) return;
    chart = init(element.value);
    chart.setOption(option.value);
    chart.on('click', (event) => picked(event.dataIndex));
    observer = new ResizeObserver(() => chart?.resize());
    observer.observe(element.value);
  });
  // Merged into what is drawn: bars grow instead of being drawn anew, and nothing jumps.
  watch(option, (next) => chart?.setOption(next));
  onBeforeUnmount(() => {
    observer?.disconnect();
    chart?.dispose();
  });
}

/** Colours of charts, by day and on a dark wall. */
export const paletteOf = (wall: boolean) =>
  wall
    ? { text: '#b9c7de', line: '#2b3d5c', now: '#5aa2ff', usual: '#f0b64f', size: 15 }
    : { text: '#59616e', line: '#e4e7ed', now: '#1b5fb8', usual: '#c27803', size: 11 };
