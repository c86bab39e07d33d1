using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Exports;

/// <summary>Istio's validation of exportTo, for every kind that has it.</summary>
internal static class ExportChecks
{
    private static readonly Rule<ExportScope>[] ScopeRules =
    [
        new ExportsDiffer(),
        new ExportIsNamespace(),
        new SelectedRuleStaysHome(),
        new ExportToAllStandsAlone(),
        new ExportToNoneStandsAlone(),
    ];

    public static IEnumerable<IRule> Rules => ScopeRules;

    /// <summary>Looks at exportTo of a VirtualService, or of a DestinationRule without selector.</summary>
    public static void Check(EquatableList<string> entries, Place place) => Check(new ExportScope(entries, place.Key.Namespace), place);

    /// <summary>Looks at exportTo of a DestinationRule for some workloads only.</summary>
    public static void CheckSelective(EquatableList<string> entries, Place place) =>
        Check(new ExportScope(entries, place.Key.Namespace) { HasSelector = true }, place);

    /// <summary>Looks at exportTo of a ServiceEntry, which may be seen by nobody.</summary>
    public static void CheckServiceEntry(EquatableList<string> entries, Place place) =>
        Check(new ExportScope(entries, place.Key.Namespace) { IsServiceEntry = true }, place);

    private static void Check(ExportScope scope, Place place) => place.Finds(scope.Sort(), ScopeRules);
}
