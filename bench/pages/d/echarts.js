import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { mostrar } from './numeros.js';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);
await mostrar((no, { meses, recebidas, respondidas }) => {
  init(no, null, { renderer: 'svg' }).setOption({
    legend: {},
    tooltip: {},
    xAxis: { type: 'category', data: meses },
    yAxis: {},
    series: [{ type: 'bar', name: 'Recebidas', data: recebidas }, { type: 'bar', name: 'Respondidas', data: respondidas }],
  });
});
