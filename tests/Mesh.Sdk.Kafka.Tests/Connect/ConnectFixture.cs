using Mesh.Sdk.Kafka.Connect;

namespace Mesh.Sdk.Kafka.Tests.Connect;

/// <summary>A Connect cluster of two workers and a client that waits for nothing.</summary>
public abstract class ConnectFixture
{
    private protected ConnectApi Api { get; private set; } = null!;

    private protected ConnectServer First { get; private set; } = null!;

    private protected ConnectServer Second { get; private set; } = null!;

    private protected PromptTime Time { get; private set; } = null!;

    private protected ConnectClient Client { get; private set; } = null!;

    private protected HttpClient Http { get; private set; } = null!;

    [SetUp]
    public void Start()
    {
        Api = new();
        (First, Second, Time, Http) = (new(Api), new(Api), new(), new());
        Client = ClientWith(null);
    }

    [TearDown]
    public void Stop()
    {
        First.Dispose();
        Second.Dispose();
        Http.Dispose();
    }

    private protected ConnectClient ClientWith(ConnectLogin? login, int maxRetries = 8) =>
        new(Http, [First.Address, Second.Address], new() { Time = Time, Seed = 1, Login = login, MaxRetries = maxRetries });
}
