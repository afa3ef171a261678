#pragma once
#include <librsvg/rsvg.h>

/// Draws the whole picture into `width` x `height` units at the origin.
static inline int rsvg_draw(RsvgHandle *handle, void *cairo, double width, double height, GError **error) {
    RsvgRectangle viewport = {0, 0, width, height};
    return rsvg_handle_render_document(handle, (cairo_t *)cairo, &viewport, error);
}
