using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis;

/// <summary>Applies the fixes of a report.</summary>
public static class DiagnosticFixes
{
    /// <summary>Makes the changes of all findings that offer one for an object, in the order of the report.</summary>
    /// <param name="report">The findings; suppressed ones are left alone.</param>
    /// <param name="resources">The objects.</param>
    /// <returns>The changed objects. Findings without a fix remain, and a change may uncover others: analyze again.</returns>
    public static ResourceSet ApplyFixes(this DiagnosticReport report, ResourceSet resources)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(resources);
        return report.Select(d => d.Fix).OfType<ResourceFix>().Distinct().Aggregate(resources, (set, fix) => fix.Apply(set));
    }
}
