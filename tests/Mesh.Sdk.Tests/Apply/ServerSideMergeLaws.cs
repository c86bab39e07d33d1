using FsCheck;
using FsCheck.Fluent;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Apply;

/// <summary>What holds for every object, every manager and every order of applying.</summary>
public sealed class ServerSideMergeLaws
{
    private static readonly MergeSchema Schema = new()
    {
        Fields = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, MergeSchema>
        {
            ["tags"] = new() { List = ListKind.Set },
            ["items"] = new() { List = ListKind.Map, Keys = [new("name", null)] },
        }),
    };

    private static readonly Gen<UntypedValue> Text = Gen.Elements("x", "z", "w").Select(UntypedValue.From);

    private static readonly Gen<UntypedValue> Objects =
        from names in Gen.SubListOf("a", "b", "c", "deep", "tags", "items", "atomic")
        from texts in Text.ArrayOf(8)
        from some in Gen.SubListOf("p", "q", "r")
        select Map(names.Select((name, i) => KeyValuePair.Create(name, Value(name, texts[i], texts[7], some))));

    [Test]
    public void Applying_twice_is_applying_once() => Prop.ForAll(Arb.From(Objects), Arb.From(Objects), (live, desired) =>
    {
        ManagedObject once = Apply(Apply(ManagedObject.Nothing, live, "other"), desired, "me");
        ManagedObject twice = Apply(once, desired, "me");
        return twice.Tree.Equals(once.Tree) && twice.Managers["me"].Equals(once.Managers["me"]);
    }).Holds();

    [Test]
    public void What_was_applied_is_there_and_conflicts_with_nothing() => Prop.ForAll(Arb.From(Objects), Arb.From(Objects), (live, desired) =>
    {
        ManagedObject after = Apply(Apply(ManagedObject.Nothing, live, "other"), desired, "me");
        return ServerSideMerge.Apply(after, desired, "me", Schema) is { Conflicts.Count: 0 }
            && TreeMerge.Merge(after.Tree, desired, Schema).Equals(after.Tree);
    }).Holds();

    [Test]
    public void Two_managers_without_conflict_get_the_same_fields_in_any_order() => Prop.ForAll(Arb.From(Objects), Arb.From(Objects), (left, right) =>
    {
        MergeOutcome second = ServerSideMerge.Apply(Apply(ManagedObject.Nothing, left, "left"), right, "right", Schema);
        ManagedObject other = Apply(Apply(ManagedObject.Nothing, right, "right"), left, "left");
        return second.Conflicts.Count > 0
            || (FieldDiff.Between(second.Object.Tree, other.Tree, Schema).All(d => d.Path is "tags" or "items")
                && second.Object.Managers["left"].Equals(other.Managers["left"])
                && second.Object.Managers["right"].Equals(other.Managers["right"]));
    }).Holds();

    [Test]
    public void The_last_owner_that_lets_go_leaves_nothing() => Prop.ForAll(Arb.From(Objects), Arb.From(Objects), (left, right) =>
    {
        ManagedObject both = Apply(Apply(ManagedObject.Nothing, left, "left"), right, "right");
        ManagedObject none = Apply(Apply(both, Map([]), "left"), Map([]), "right");
        return none.Tree.Fields.Count == 0;
    }).Holds();

    [Test]
    public void Every_field_has_an_owner_and_every_owned_field_is_there() => Prop.ForAll(Arb.From(Objects), Arb.From(Objects), (left, right) =>
    {
        ManagedObject both = Apply(Apply(ManagedObject.Nothing, left, "left"), right, "right");
        FieldSet owned = both.Managers.Values.Aggregate(FieldSet.Empty, (all, fields) => all.Union(fields));
        return owned.Equals(OwnedFields.Of(both.Tree, Schema));
    }).Holds();

    [Test]
    public void Owners_survive_managed_fields() => Prop.ForAll(Arb.From(Objects), tree =>
    {
        FieldSet fields = OwnedFields.Of(tree, Schema);
        return FieldSet.FromFieldsV1(JsonTree.Parse(FieldElement.Json(fields.ToFieldsV1()))).Equals(fields);
    }).Holds();

    [Test]
    public void Trees_that_differ_nowhere_are_equal() => Prop.ForAll(Arb.From(Objects), Arb.From(Objects), (left, right) =>
        FieldDiff.Between(left, right, Schema).Any() != left.Equals(right)).Holds();

    private static ManagedObject Apply(ManagedObject live, UntypedValue desired, string manager) =>
        ServerSideMerge.Apply(live, desired, manager, Schema).Object;

    private static UntypedValue Value(string name, UntypedValue text, UntypedValue other, IEnumerable<string> some) => name switch
    {
        "deep" => Map(some.Select(s => KeyValuePair.Create(s, text)).Append(new("inner", Map([new("leaf", other)])))),
        "tags" => List(some.Append("s").Select(UntypedValue.From)),
        "items" => List(some.Append("s").Select(s => Map([new("name", s), new(s == "p" ? "u" : "v", text)]))),
        "atomic" => List([text, other]),
        _ => text,
    };

    private static UntypedValue Map(IEnumerable<KeyValuePair<string, UntypedValue>> fields) => UntypedValue.From(new UntypedFields(fields));

    private static UntypedValue List(IEnumerable<UntypedValue> items) => UntypedValue.From(items.ToEquatableList());
}
