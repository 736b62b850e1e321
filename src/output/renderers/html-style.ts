/** The page's style sheet. Colours hold WCAG 2.2 AA contrast (4.5:1 for text, 3:1 for what is drawn) in both schemes. */
export const styleSheet = `
:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--text:#1a1d21;--dim:#565d66;--line:#d9dde3;--soft:#eef1f5;
--good:#116329;--goodbg:#e3f5e8;--bad:#b42318;--badbg:#fdeceb;--warn:#7a4b00;--warnbg:#fff5dd;--warnline:#d9a431;
--c1:#1f5fbf;--c2:#b4540a;--c3:#0f766e;--c4:#7c3aed;--c5:#be123c;--c6:#57606a;--c7:#4d6b0f;--c8:#9d3c8c;--focus:#1f5fbf;--edge:rgba(0,0,0,.2)}
@media screen and (prefers-color-scheme:dark){:root{--page:#0f1216;--card:#171b21;--text:#e8eaed;--dim:#a9b1bc;--line:#323944;
--soft:#212730;--good:#6fdd8b;--goodbg:#12301c;--bad:#ff9a8f;--badbg:#3c1a17;--warn:#f5c66a;--warnbg:#33270c;--warnline:#8a6a1f;
--c1:#7ab0ff;--c2:#f2a65a;--c3:#5fd0c0;--c4:#c4a1ff;--c5:#ff8fa3;--c6:#aab4c0;--c7:#b6d46a;--c8:#f0a3e0;--focus:#7ab0ff;--edge:rgba(255,255,255,.22)}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Bengali","Noto Sans Devanagari","Nirmala UI",sans-serif;overflow-wrap:anywhere}
.wrap{max-width:68rem;margin:0 auto;padding:0 1.25rem}
.skip{position:absolute;left:-999rem;top:0;background:var(--card);color:var(--text);padding:.6rem 1rem;z-index:9}
.skip:focus{left:.5rem;top:.5rem}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}
header{padding:2.25rem 0 .5rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .35rem;letter-spacing:-.01em}
.sub{color:var(--dim);margin:0}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:.9rem 0 0;padding:0}
td a,th a{color:var(--c1);text-underline-offset:.2em}
nav a{color:var(--c1);display:inline-block;padding:.2rem 0;text-underline-offset:.2em}
main{padding:.75rem 0 2rem}
section{margin:0 0 2.25rem}
h2{font-size:1.3rem;margin:0 0 .8rem;padding-top:.6rem;border-top:2px solid var(--line)}
h3{font-size:1.08rem;margin:1.4rem 0 .6rem}h4{font-size:1rem;margin:1.2rem 0 .5rem}
.findings{margin:.25rem 0 1.4rem;padding:.9rem 1.2rem .9rem 2.2rem;background:var(--card);border:1px solid var(--line);border-left:4px solid var(--c1);border-radius:8px}
.findings li{margin:.3rem 0}
.lead{font-size:1.06rem}
.story{font-size:1.18rem;line-height:1.55;max-width:52rem;margin:.2rem 0 1.3rem}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(14.5rem,1fr));gap:.9rem;margin:0 0 1.4rem;padding:0;list-style:none}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.95rem 1.05rem;display:flex;flex-direction:column;gap:.2rem;min-width:0}
.label{color:var(--dim);font-size:.92rem;margin:0}
.value{font-size:1.85rem;line-height:1.2;font-weight:650;margin:0;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.missing{font-size:1.15rem;font-weight:500;color:var(--dim);padding:.45rem 0}
.change{margin:.1rem 0 0;font-size:.92rem;color:var(--dim)}
.was{display:inline-block}
.pill{display:inline-block;border-radius:99px;padding:.05rem .55rem;margin-right:.35rem;background:var(--soft);color:var(--text);font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap}
.good{background:var(--goodbg);color:var(--good)}.bad{background:var(--badbg);color:var(--bad)}
td .pill{margin:0}
.note,.more{font-size:.86rem;color:var(--dim);margin:.15rem 0 0}
.spark{width:100%;height:2.4rem;margin-top:.45rem;display:block}
td .small{width:7rem;height:1.4rem;margin:0}
details{font-size:.88rem;margin-top:.4rem}
.card details{margin-top:auto;padding-top:.4rem}
summary{cursor:pointer;color:var(--c1);padding:.15rem 0;min-height:1.5rem}
details p{margin:.3rem 0;color:var(--text)}
.charts{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.9rem;margin:0 0 1.2rem}
figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.9rem 1rem;min-width:0}
.charts>figure:last-child:nth-child(odd){grid-column:1/-1}
.charts>.scroll{grid-column:1/-1;margin:0}
figcaption{font-weight:600;margin-bottom:.45rem}
.chart{display:block;width:100%;height:auto;max-height:20rem}
.chart text{font-size:12.5px;fill:var(--dim);font-variant-numeric:tabular-nums}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1rem;margin:.4rem 0 0;padding:0;font-size:.88rem}
.legend svg{width:1.5rem;height:.75rem;margin-right:.35rem;vertical-align:-.06em}
.axis{stroke:var(--line);stroke-width:1}.base{stroke:var(--dim)}
.target{stroke:var(--text);stroke-width:1.5;stroke-dasharray:5 4}
.chart .tlabel{fill:var(--text);font-weight:600;paint-order:stroke;stroke:var(--card);stroke-width:4px;stroke-linejoin:round}
.line{fill:none;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}
.s1{stroke:var(--c1)}.s2{stroke:var(--c2);stroke-dasharray:7 3}.s3{stroke:var(--c3);stroke-dasharray:2 4}.s4{stroke:var(--c4);stroke-dasharray:9 3 2 3}
.s5{stroke:var(--c5)}.s6{stroke:var(--c6);stroke-dasharray:4 3}.s7{stroke:var(--c7)}.s8{stroke:var(--c8);stroke-dasharray:1 4}
.f1{fill:var(--c1)}.f2{fill:var(--c2)}.f3{fill:var(--c3)}.f4{fill:var(--c4)}.f5{fill:var(--c5)}.f6{fill:var(--c6)}.f7{fill:var(--c7)}.f8{fill:var(--c8)}
.stack{stroke:var(--card);stroke-width:1}
.band{fill-opacity:.18}.cell0{fill:var(--soft)}.void{fill:none;stroke:var(--line)}
.scroll{position:relative;overflow-x:auto;background:linear-gradient(to right,var(--card) 30%,transparent) 0 0/2.5rem 100% no-repeat local,linear-gradient(to left,var(--card) 30%,transparent) 100% 0/2.5rem 100% no-repeat local,
linear-gradient(to right,var(--edge),transparent) 0 0/.8rem 100% no-repeat scroll,linear-gradient(to left,var(--edge),transparent) 100% 0/.8rem 100% no-repeat scroll,var(--card);border:1px solid var(--line);border-radius:10px;margin:0 0 1.2rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.94rem}
caption{text-align:start;font-weight:600;padding:.75rem 1rem .35rem;max-width:calc(100vw - 3rem)}
th,td{padding:.48rem 1rem;text-align:start;vertical-align:top;border-top:1px solid var(--line);overflow-wrap:normal}
td:first-child,tbody th{overflow-wrap:anywhere;min-width:7rem;max-width:24rem}
thead th{border-top:0;color:var(--dim);font-weight:600;font-size:.88rem;vertical-align:bottom}
tbody th{font-weight:500}
.n{text-align:end;white-space:nowrap}thead .n{white-space:normal}
tfoot th,tfoot td{border-top:2px solid var(--dim);font-weight:650}
.none{color:var(--dim)}
tbody tr:hover{background:var(--soft)}
th button{font:inherit;color:inherit;background:none;border:0;padding:.1rem 0;min-height:1.5rem;cursor:pointer;text-align:inherit}
th button::after{content:"\\a0\\2195";opacity:.55}
th[aria-sort=ascending] button::after{content:"\\a0\\2191";opacity:1}
th[aria-sort=descending] button::after{content:"\\a0\\2193";opacity:1}
.data table{font-size:.85rem}.data .scroll{max-height:22rem;overflow:auto;margin:.4rem 0 0}
.heat td{text-align:end;border:2px solid var(--card);padding:.4rem .55rem;min-width:3.2rem}.heat th{border:0;padding:.4rem .6rem;white-space:nowrap;min-width:0}
.heat tbody tr:hover{background:none}
.h1{background:color-mix(in srgb,var(--c1) 7%,var(--card))}.h2{background:color-mix(in srgb,var(--c1) 14%,var(--card))}.h3{background:color-mix(in srgb,var(--c1) 21%,var(--card))}
.h4{background:color-mix(in srgb,var(--c1) 28%,var(--card))}.h5{background:color-mix(in srgb,var(--c1) 34%,var(--card))}.h6{background:color-mix(in srgb,var(--c1) 41%,var(--card))}
.h7{background:color-mix(in srgb,var(--c1) 47%,var(--card))}.h8{background:color-mix(in srgb,var(--c1) 53%,var(--card))}
.key{font-size:.86rem;color:var(--dim);margin:-.6rem 0 1.2rem}.key span{margin-inline-end:1rem}
.remark{margin:.5rem 0;color:var(--dim)}
.warning{background:var(--warnbg);color:var(--text);border:1px solid var(--warnline);border-radius:8px;padding:.55rem .9rem}
.warning strong{color:var(--warn)}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{color:var(--dim);font-size:.86rem;border-top:1px solid var(--line);padding:1rem 0 2.5rem}
.main .cards{grid-template-columns:repeat(5,minmax(0,1fr))}
.fold>.cards{grid-template-columns:repeat(auto-fill,minmax(12rem,1fr));gap:.7rem}.fold .card{padding:.7rem .85rem}.fold .value{font-size:1.3rem}
.fold>summary{list-style:none;color:inherit;padding:0;border-top:2px solid var(--line);margin-bottom:.8rem}.fold>summary::-webkit-details-marker{display:none}
.fold>summary h2{display:inline-block;border:0;margin:0}.fold>summary::after{content:"\\a0\\25be";color:var(--dim)}.fold:not([open])>summary::after{content:"\\a0\\25b8"}
.fold{font-size:1rem;margin:0}
@media (max-width:60rem){.main .cards{grid-template-columns:repeat(auto-fit,minmax(11rem,1fr))}}
@media print,(min-width:52.01rem){.charts>figure:last-child:nth-child(odd) .chart{max-width:44rem}.charts>figure:last-child:nth-child(odd) .chart text{font-size:9px}}
@media (max-width:52rem){.charts{grid-template-columns:minmax(0,1fr)}}
@media (max-width:34rem){.main .cards{grid-template-columns:repeat(2,minmax(0,1fr))}.wrap{padding:0 .9rem}header{padding-top:1.4rem}h1{font-size:1.5rem}.cards{grid-template-columns:repeat(2,minmax(0,1fr));gap:.6rem}.card{padding:.7rem .75rem}.value{font-size:1.45rem}
.chart text{font-size:14.5px}th,td{padding:.45rem .7rem}figure{padding:.8rem .7rem}.findings{padding-left:1.9rem}td:first-child,tbody th{min-width:8.5rem;max-width:45vw}
.scroll tr>:first-child{position:sticky;left:0;background:var(--card)}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media (forced-colors:active){.pill,.card,figure{border:1px solid}.f1,.f2,.f3,.f4,.f5,.f6,.f7,.f8{forced-color-adjust:none}}
@page{size:A4;margin:14mm 13mm}
@media print{:root{color-scheme:light;--page:#fff}
body{font-size:10pt;background:#fff}.wrap{max-width:none;padding:0}header{padding:0}h1{font-size:17pt}h2{font-size:13pt;break-after:avoid}h3,h4,caption,figcaption{break-after:avoid}
nav,.skip,.data,.card details:not([open]),th button::after,.fold>summary::after{display:none}
.first{break-after:page}.story{font-size:11.5pt}.main .cards{grid-template-columns:repeat(5,minmax(0,1fr))}.fold>.cards{grid-template-columns:repeat(4,minmax(0,1fr))}.fold .value{font-size:12pt}
.cards{grid-template-columns:repeat(4,minmax(0,1fr));gap:2.5mm}.card{padding:2mm 2.5mm}.value{font-size:14pt}.spark{height:8mm;margin-top:1mm}.charts{grid-template-columns:repeat(2,minmax(0,1fr));gap:3mm}
.card,figure,tr,li,.warning,.findings{break-inside:avoid}.scroll{overflow:visible;border:0;margin-bottom:4mm;background:none}thead{display:table-header-group;break-inside:avoid}.scroll{break-inside:avoid}.change,.label{font-size:8.5pt}.more,.note{font-size:7.5pt}tfoot{display:table-row-group}
th,td{padding:1.1mm 2mm}section{margin-bottom:5mm}.key{margin:-2mm 0 4mm;font-size:8.5pt}
.chart text{font-size:15px}.charts>figure:last-child:nth-child(odd) .chart{max-width:130mm}.charts>figure:last-child:nth-child(odd) .chart text{font-size:11px}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}footer{padding-bottom:0}}
`;
