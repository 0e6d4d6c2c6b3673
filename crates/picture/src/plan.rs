//! Where everything stands: what the layouts answer, and the painter paints.

use std::fmt::{self, Display};

/// Boxes and the ways between them, from (0, 0) on.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) width: i32,
    pub(crate) height: i32,
    /// One for each node, in their order.
    pub(crate) boxes: Vec<Rect>,
    /// One for each edge, in their order.
    pub(crate) routes: Vec<Route>,
    /// What stands side by side though it is drawn one below the other.
    pub(crate) bands: Vec<Rect>,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rect {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

/// A point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) x: i32,
    pub(crate) y: i32,
}

/// The way of an edge: a line, and the arrow head that it ends in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) start: Point,
    pub(crate) strokes: Vec<Stroke>,
    /// Where the head touches the box.
    pub(crate) tip: Point,
    pub(crate) heading: Heading,
}

/// A part of a line, from where the part before it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stroke {
    /// Straight.
    Line(Point),
    /// Around a corner, from where we are, by the corner, to the point.
    Corner(Point, Point),
    /// A curve with both ends level, that stays between its ends.
    Level(Point),
}

/// Where an arrow head points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    Right,
    Left,
    Down,
}

/// How far the line ends before the tip: it is under the head there.
pub(crate) const HEAD: i32 = 9;

impl Rect {
    pub(crate) fn right(self) -> i32 {
        self.x + self.width
    }

    pub(crate) fn bottom(self) -> i32 {
        self.y + self.height
    }

    pub(crate) fn middle(self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    /// Moved down by so much.
    pub(crate) fn lowered(self, by: i32) -> Self {
        Rect { y: self.y + by, ..self }
    }
}

impl Point {
    /// Where the line ends that bears a head with its tip here.
    pub(crate) fn before_head(self, heading: Heading) -> Point {
        match heading {
            Heading::Right => Point { x: self.x - HEAD, ..self },
            Heading::Left => Point { x: self.x + HEAD, ..self },
            Heading::Down => Point { y: self.y - HEAD, ..self },
        }
    }
}

impl Route {
    /// A line through these points with its corners rounded, and a head at the last of them.
    pub(crate) fn angular(points: &[Point], heading: Heading) -> Self {
        let (start, tip) = match points {
            [start, .., tip] => (*start, *tip),
            _ => (Point { x: 0, y: 0 }, Point { x: 0, y: 0 }),
        };
        let mut strokes = Vec::new();
        for three in points.windows(3) {
            let corner = three[1];
            strokes.push(Stroke::Line(towards(corner, three[0])));
            strokes.push(Stroke::Corner(corner, towards(corner, three[2])));
        }
        strokes.push(Stroke::Line(tip.before_head(heading)));
        Route { start, strokes, tip, heading }
    }

    /// The line as the `d` of an SVG path.
    pub(crate) fn line(&self) -> String {
        let mut at = self.start;
        let mut line = format!("M{at}");
        for stroke in &self.strokes {
            let (written, end) = stroke.written(at);
            line.push_str(&written);
            at = end;
        }
        line
    }

    /// The head as the `d` of an SVG path, so wide on each side.
    pub(crate) fn head(&self, half: i32) -> String {
        let Point { x, y } = self.tip.before_head(self.heading);
        let (one, other) = match self.heading {
            Heading::Right | Heading::Left => (Point { x, y: y - half }, Point { x, y: y + half }),
            Heading::Down => (Point { x: x - half, y }, Point { x: x + half, y }),
        };
        format!("M{one}L{}L{other}Z", self.tip)
    }
}

impl Stroke {
    /// As SVG, and where it ends.
    fn written(self, from: Point) -> (String, Point) {
        match self {
            Stroke::Line(to) => (format!("L{to}"), to),
            Stroke::Corner(corner, to) => (format!("Q{corner} {to}"), to),
            Stroke::Level(to) if to.y == from.y => (format!("L{to}"), to),
            Stroke::Level(to) => {
                let ease = (to.x - from.x) * 3 / 5;
                let (out, into) = (Point { x: from.x + ease, y: from.y }, Point { x: to.x - ease, y: to.y });
                (format!("C{out} {into} {to}"), to)
            }
        }
    }
}

impl Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.x, self.y)
    }
}

/// A point near the corner on the way to the neighbour: half-way at most.
fn towards(corner: Point, neighbour: Point) -> Point {
    const RADIUS: i32 = 6;
    let near = |from: i32, to: i32| from + ((to - from) / 2).clamp(-RADIUS, RADIUS);
    Point { x: near(corner.x, neighbour.x), y: near(corner.y, neighbour.y) }
}
