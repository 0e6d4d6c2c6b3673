use super::*;

fn picture(legs: &[(&str, &[&str])], critical: &[&str]) -> Picture {
    let leg = |(code, after): &(&str, &[&str])| Leg {
        code: (*code).to_owned(),
        after: after.iter().map(|code| (*code).to_owned()).collect(),
        ..Leg::default()
    };
    Picture {
        legs: legs.iter().map(leg).collect(),
        critical: critical.iter().map(|code| (*code).to_owned()).collect(),
        ..Picture::default()
    }
}

fn edges(graph: &Graph<'_>) -> Vec<(usize, usize)> {
    graph.edges.iter().map(|edge| (edge.from, edge.to)).collect()
}

fn columns(graph: &Graph<'_>) -> Vec<usize> {
    graph.nodes.iter().map(|node| node.column).collect()
}

#[test]
fn legs_stand_by_their_longest_distance_from_the_start() {
    let picture = picture(&[("d", &["b", "a"]), ("a", &[]), ("b", &["a"]), ("c", &["a"])], &[]);
    let graph = Graph::of(&picture);
    let codes: Vec<&str> = graph.nodes.iter().filter_map(|node| Some(node.leg()?.code.as_str())).collect();
    assert_eq!(codes, ["a", "b", "c", "d"]);
    assert_eq!(columns(&graph), [0, 1, 2, 2, 3, 4]);
    assert_eq!(edges(&graph), [(0, 1), (1, 2), (1, 3), (1, 4), (2, 4), (3, 5), (4, 5)]);
}

#[test]
fn the_critical_path_reaches_from_counter_to_counter() {
    let picture = picture(&[("a", &[]), ("b", &["a"]), ("c", &["a"])], &["a", "c"]);
    let graph = Graph::of(&picture);
    let critical: Vec<(usize, usize)> =
        graph.edges.iter().filter(|edge| edge.critical).map(|edge| (edge.from, edge.to)).collect();
    assert_eq!(critical, [(0, 1), (1, 3), (3, 4)]);
    let boxes: Vec<bool> = graph.nodes.iter().map(|node| node.critical).collect();
    assert_eq!(boxes, [true, true, false, true, true]);
}

#[test]
fn waiting_for_nobody_or_in_a_circle_isnt_waiting() {
    let picture = picture(&[("a", &["a", "nobody"]), ("b", &["c", "a"]), ("c", &["b", "b"])], &[]);
    let graph = Graph::of(&picture);
    assert_eq!(edges(&graph), [(0, 1), (1, 2), (2, 3), (3, 4)]);
}

#[test]
fn without_legs_the_counter_returns_what_it_received() {
    let picture = picture(&[], &["gone"]);
    let graph = Graph::of(&picture);
    assert_eq!(edges(&graph), [(0, 1)]);
    assert!(graph.nodes.iter().all(|node| !node.critical));
}
