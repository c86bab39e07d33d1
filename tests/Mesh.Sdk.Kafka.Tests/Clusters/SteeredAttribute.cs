using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Mesh.Sdk.Kafka.Tests.Clusters;

/// <summary>
/// Marks a test that steers its clusters: outages, errors, delays, leaders, or what requests came. Only mock brokers let themselves be
/// steered, so that the test is left out where real ones are named.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SteeredAttribute : NUnitAttribute, IApplyToTest
{
    private const string Category = "Steered";

    /// <summary>Gets whether the test that runs is marked.</summary>
    public static bool IsOn => TestContext.CurrentContext.Test.AllCategories().Contains(Category);

    public void ApplyToTest(Test test)
    {
        test.Properties.Add(PropertyNames.Category, Category);
        if (RealClusters.Named.AreThere && test.RunState == RunState.Runnable)
        {
            test.RunState = RunState.Ignored;
            test.Properties.Set(PropertyNames.SkipReason, "Mock brokers only: the test steers them.");
        }
    }
}
