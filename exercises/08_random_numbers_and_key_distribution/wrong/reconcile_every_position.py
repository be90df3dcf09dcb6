# task: reconcile
# why: Compares bit by bit, and counts a bit for each: nothing is left of the key.
# fails: assert_implements wrong_value
def reconcile(alice, bob, passes):
    return list(alice), len(alice)
