#pragma once
#include <dlfcn.h>
#include <stddef.h>

// librsvg is opened when the first drawing is read, and not by the program's start, which would load it and all that it
// reads pictures with for a server that may draw nothing. Its few functions are declared as librsvg 2.52 and later have
// them under this version's name: its own header would have the build link what it includes.

/// An `RsvgHandle`.
typedef struct akmal_svg akmal_svg;

struct akmal_rectangle {
    double x, y, width, height;
};

static inline void *akmal_rsvg_library(void) {
    static void *opened;
    void *library = __atomic_load_n(&opened, __ATOMIC_ACQUIRE);
    if (!library) {
        // Twice at once is once: the linker counts.
        library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
        __atomic_store_n(&opened, library, __ATOMIC_RELEASE);
    }
    return library;
}

/// Opens librsvg: NULL, or why it cannot be used. Nothing below may be called before this has given NULL.
static inline const char *akmal_open_rsvg(void) { return akmal_rsvg_library() ? NULL : dlerror(); }

/// NULL when it is no SVG.
static inline akmal_svg *akmal_read_svg(const unsigned char *bytes, size_t count) {
    typedef akmal_svg *function(const unsigned char *, size_t, void **);
    return ((function *)dlsym(akmal_rsvg_library(), "rsvg_handle_new_from_data"))(bytes, count, NULL);
}

static inline void akmal_free_svg(akmal_svg *svg) {
    typedef void function(void *);
    ((function *)dlsym(akmal_rsvg_library(), "g_object_unref"))(svg);
}

/// 0 for a picture without a size of its own.
static inline int akmal_svg_size(akmal_svg *svg, double *width, double *height) {
    typedef int function(akmal_svg *, double *, double *);
    void *found = dlsym(akmal_rsvg_library(), "rsvg_handle_get_intrinsic_size_in_pixels");
    return ((function *)found)(svg, width, height);
}

/// Draws the whole picture into `width` x `height` units at the origin of a `cairo_t`; 0 when it cannot.
static inline int akmal_draw_svg(akmal_svg *svg, void *cairo, double width, double height) {
    typedef int function(akmal_svg *, void *, const struct akmal_rectangle *, void **);
    struct akmal_rectangle viewport = {0, 0, width, height};
    return ((function *)dlsym(akmal_rsvg_library(), "rsvg_handle_render_document"))(svg, cairo, &viewport, NULL);
}
