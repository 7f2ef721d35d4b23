// The optional layer of map tiles, drawn over the page's own basemap as they arrive; without a network there is none.

class Tiles {
  constructor(source, onArrival) {
    this.source = source;
    this.onArrival = onArrival;
    this.images = new Map();
  }

  draw(context, view) {
    // A tile is 256 pixels wide: the level whose tiles come out nearest to that.
    const level = Math.max(0, Math.min(this.source.levels, Math.round(Math.log2(view.scale / 256))));
    const count = 2 ** level, size = view.scale / count;
    const left = Math.floor((view.x - view.width / 2 / view.scale) * count);
    const right = Math.floor((view.x + view.width / 2 / view.scale) * count);
    const top = Math.max(0, Math.floor((view.y - view.height / 2 / view.scale) * count));
    const bottom = Math.min(count - 1, Math.floor((view.y + view.height / 2 / view.scale) * count));
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const image = this.image(level, ((column % count) + count) % count, row);
        if (!image.complete || !image.naturalWidth) continue;
        context.drawImage(image, view.screenX(column / count), view.screenY(row / count), size + 0.5, size + 0.5);
      }
    }
  }

  image(level, column, row) {
    const key = `${level}/${column}/${row}`;
    let image = this.images.get(key);
    if (!image) {
      if (this.images.size > 400) this.images.clear();
      image = new Image();
      image.addEventListener("load", this.onArrival);
      image.src = this.source.address.replace("{z}", level).replace("{x}", column).replace("{y}", row);
      this.images.set(key, image);
    }
    return image;
  }
}
