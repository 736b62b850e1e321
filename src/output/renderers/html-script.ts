/**
 * The page's script: makes the heads of tables sort their rows, by the raw value of a cell where it has one. Without
 * it the page reads the same. Its text never changes with the data, so that the policy can name it by its hash.
 */
export const pageScript = `
(function(){
  var lang=document.documentElement.lang;
  var collator=new Intl.Collator(lang,{numeric:true});
  document.querySelectorAll('table[data-sort]').forEach(function(table){
    var body=table.tBodies[0];
    if(!body||body.rows.length<2)return;
    var heads=Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function(head,column){
      if(!head.textContent.trim()||head.classList.contains('unsorted'))return;
      var button=document.createElement('button');
      button.type='button';
      button.title=table.getAttribute('data-sort');
      while(head.firstChild)button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener('click',function(){
        var numeric=head.classList.contains('n');
        var now=head.getAttribute('aria-sort');
        var down=now?now==='ascending':numeric;
        heads.forEach(function(other){other.removeAttribute('aria-sort');});
        head.setAttribute('aria-sort',down?'descending':'ascending');
        var rows=Array.prototype.slice.call(body.rows).map(function(row,index){
          var cell=row.cells[column],raw=cell.getAttribute('data-v');
          return{row:row,index:index,raw:raw===null?null:Number(raw),text:cell.textContent};
        });
        rows.sort(function(a,b){
          if(numeric){
            if(a.raw===null||b.raw===null)return(a.raw===null)-(b.raw===null)||a.index-b.index;
            return(down?b.raw-a.raw:a.raw-b.raw)||a.index-b.index;
          }
          return(down?-1:1)*collator.compare(a.text,b.text)||a.index-b.index;
        });
        rows.forEach(function(entry){body.appendChild(entry.row);});
      });
    });
  });
})();
`;
