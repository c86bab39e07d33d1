using NUnit.Framework.Interfaces;

namespace Mesh.Sdk.Kafka.Tests.Clusters;

/// <summary>Ends a test's use of real clusters with the test, however it ends.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ReturnsRealClustersAttribute : TestActionAttribute
{
    public override ActionTargets Targets => ActionTargets.Test;

    public override void AfterTest(ITest test) => RealClusters.Named.Return(test.Id);
}
